import Testing

@testable import minerbook

/// The command lines that `report` reads without the argument parser, with the same result.
@Suite("Command lines read without the parser")
struct PlainLineTests {
    @Test(arguments: [
        "report sector", "report all", "report company RIOT", "report sector RIOT",
        "--database b.db report sector", "report --database b.db sector",
        "report sector --database b.db", "report trend --format json",
        "report sector --on 2025Q4 --since 2025-09-30 --format html --database x",
    ])
    func `all properties are equal to those that the parser reads`(line: String) throws {
        let arguments = line.split(separator: " ").map(String.init)
        let plain = try #require(ReportRequest(plain: arguments))
        // The parser gets the arguments without the name of the command.
        let place = try #require(arguments.firstIndex(of: "report"))
        let words = arguments[..<place] + arguments[(place + 1)...]
        let parsed = try ReportCommand.parse(Array(words))
        #expect("\(plain)" == "\(parsed.request)")
    }

    @Test(arguments: [
        "", "report", "sector", "list report", "report nonsense", "report company", "report matrix",
        "report sector one two", "report sector --on", "report sector --on yesterday",
        "report sector --on --since", "report sector --on 2025 --on 2026", "report --help",
        "report sector --format pdf", "report sector --format=json", "report sector --quiet",
        "report sector --on 2025-12 --since 2026-01", "report sector -- --on", "report sector -o x",
    ])
    func `all other command lines are left to the parser`(line: String) {
        #expect(ReportRequest(plain: line.split(separator: " ").map(String.init)) == nil)
    }
}
