import Testing

@testable import Workbooks

/// Addresses of cells, and blocks of them.
@Suite("Cell addresses")
struct CellAddressTests {
    @Test func `an address is letters and a number`() {
        #expect(CellAddress("A1") == CellAddress(row: 1, column: 0))
        #expect(CellAddress("$c$14") == CellAddress(row: 14, column: 2))
        #expect(CellAddress("XFD1048576") == CellAddress(row: 1_048_576, column: 16_383))
        for text in [
            "XFE1", "A1048577", "A0", "A", "1", "", "A1B", "A-1", "ZZZZZZZZ1", "A99999999999", "Ä1",
        ] {
            #expect(CellAddress(text) == nil, "\(text)")
        }
    }

    @Test func `an address is written as it is read`() {
        for text in ["A1", "Z9", "AA10", "AZ1", "BA2", "ZZ3", "AAA4", "XFD1048576"] {
            #expect(CellAddress(text)?.description == text)
        }
    }

    @Test func `a range is a block, or one cell`() {
        #expect(CellRange("B4:H20") == CellRange(rows: 4...20, columns: 1...7))
        #expect(CellRange("B4") == CellRange(rows: 4...4, columns: 1...1))
        #expect(CellRange("$B$4:$H$20")?.description == "B4:H20")
        for text in ["H20:B4", "B4:A9", "B4:", ":B4", "B4:C5:D6", "B:H", "4:20"] {
            #expect(CellRange(text) == nil, "\(text)")
        }
    }
}
