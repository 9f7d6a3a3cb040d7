import Testing

@testable import Workbooks

@Suite("Names of sheets")
struct SheetNameTests {
    /// The names that sheets get, one after the other.
    private func names(_ wanted: String...) -> [String] {
        var names = SheetNames()
        return wanted.map { names.add($0) }
    }

    @Test func `a valid name is kept`() {
        #expect(
            names("Members", "Market cap (USD)", "比特币") == ["Members", "Market cap (USD)", "比特币"])
    }

    @Test func `characters that sheet names cannot have become spaces`() {
        #expect(
            names("a[b]c:d*e?f/g\\h", "'quoted'", "line\nfeed\u{0}", "\u{FFFE}x")
                == ["a b c d e f g h", "quoted", "line feed", "x"])
        #expect(names("", "???") == ["Sheet", "Sheet 2"])
    }

    @Test func `names that differ only in letter case get a number`() {
        #expect(names("Members", "members", "MEMBERS") == ["Members", "members 2", "MEMBERS 3"])
        #expect(names("Sheet 2", "Sheet", "sheet") == ["Sheet 2", "Sheet", "sheet 3"])
        #expect(names("History") == ["History 2"])
    }

    @Test func `a name has at most 31 characters, counted as UTF-16`() {
        let long = String(repeating: "a", count: 40)
        #expect(
            names(long, long) == [
                String(repeating: "a", count: 31), String(repeating: "a", count: 29) + " 2",
            ])
        #expect(names(String(repeating: "🚀", count: 20)) == [String(repeating: "🚀", count: 15)])
        #expect(
            names(String(repeating: "a", count: 30) + " b") == [String(repeating: "a", count: 30)])
    }
}
