import Rendering
import Testing

@Suite("Formats")
struct FormatTests {
    @Test func `they are known by their names`() {
        #expect(Format.allCases.map(\.rawValue) == ["table", "csv", "json", "markdown"])
    }

    @Test(arguments: Format.allCases)
    func `only the table asked for is rendered`(format: Format) throws {
        let text = try format.text(.sector, table: "members")
        #expect(text.contains("RIOT"))
        #expect(!text.contains("eployed"))
    }

    @Test(arguments: Format.allCases)
    func `a table that isn't there is an error`(format: Format) {
        #expect(
            throws: RenderingError.unknownTable(
                name: "member", report: "sector", known: ["headline", "members", "conflicts"])
        ) { try format.render(.sector, table: "member") }
    }

    @Test func `errors say what to choose from`() {
        let error = RenderingError.unknownTable(
            name: "x\u{1B}", report: "sector", known: ["headline", "members"])
        #expect(
            "\(error)" == #"no table "x\u{1B}" in sector; choose from headline, members"#)
        let none = RenderingError.unknownTable(name: "x", report: "sector", known: [])
        #expect("\(none)" == #"no table "x": sector has no tables"#)
    }
}
