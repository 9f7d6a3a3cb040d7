import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Workbooks with changed bytes, in the archive and in the XML of its sheet.
@Suite("Any workbook")
struct FuzzTests {
    private static let partCount = 8

    @Test(arguments: 0..<partCount)
    func `a mutated workbook is read to its end or to an error`(part: Int) throws {
        let originals = try [
            "cells.xlsx", "q4.xlsx", "merged.xlsx", "cells-stored.xlsx",
            "checksum.xlsx", "q4.ods",
        ].map {
            [UInt8](try Data(contentsOf: fixture($0)))
        }
        let stored = try #require(
            StoredWorkbook([UInt8](try Data(contentsOf: fixture("cells-stored.xlsx")))))
        let url = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-fuzz-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        var readCount = 0
        var count = 0
        for number in stride(from: part, to: MutatedWorkbook.count, by: Self.partCount) {
            let bytes =
                number / Self.partCount % 2 == 0
                ? MutatedWorkbook.bytes(number, of: originals)
                : stored.mutated(number)
            try Data(bytes).write(to: url)
            count += 1
            do {
                readCount += try withWorkbook(url, Self.read)
            } catch is WorkbookError {
                continue
            }
        }
        // If all files were sound, or none could be read, the test would say little.
        #expect(readCount > count / 20)
    }

    /// Reads all sheets, and returns 1.
    private static func read(_ workbook: Workbook) throws -> Int {
        for sheet in workbook.sheets {
            // This fails after a change of a byte, because of the checksum; the rows are read
            // anyway.
            _ = try? workbook.mergedCells(of: sheet)
            let rows = try workbook.rows(of: sheet)
            while try rows.next() {
                for cell in rows.row.cells {
                    #expect(cell.text.upperBound <= rows.row.buffer.count)
                }
            }
        }
        return 1
    }
}
