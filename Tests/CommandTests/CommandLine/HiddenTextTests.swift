import Foundation
import TestSupport
import Testing

/// Texts that another program wrote into the book reach no output with a character that could move a
/// cursor, change the reading direction or be invisible.
@Suite("Hidden characters")
struct HiddenTextTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    /// One character of each kind: controls, format characters, separators, a byte order mark, a tag.
    private static let hidden = [
        "\u{1}", "\u{8}", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{200B}",
        "\u{200E}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{2060}", "\u{2066}", "\u{FEFF}",
        "\u{E0041}",
    ]

    private static let commands: [[String]] =
        ["companies", "aliases", "share_basis", "groups", "sources", "claims", "imports"].map {
            ["list", $0]
        } + [
            ["show", "RIOT"], ["show", "RIOT", "--corrections"], ["verify"], ["check"],
            ["report", "sector"], ["report", "company", "RIOT"], ["report", "valuation"],
            ["report", "restatements"], ["report", "conflicts"], ["report", "coverage"],
            ["report", "matrix", "--metric", "btc_held"],
        ]

    @Test func `no output has one, in any format`() throws {
        try vandalize()
        let formats = ["table", "csv", "json", "markdown", "html"]
        for command in Self.commands {
            for format in formats {
                let arguments = command.map { "'\($0)'" }.joined(separator: " ")
                let output = try desk.shell(
                    "minerbook \(arguments) --format \(format) 2>&1 || true")
                expectVisible(output.stdout, "\(command) \(format)")
            }
        }
        for command in ["report sector --chart", "report sector --format svg --chart hashrate"] {
            expectVisible(try desk.shell("minerbook \(command) 2>&1").stdout, command)
        }
        for format in ["csv", "json", "ndjson"] {
            try desk.run("export", "--format", format, "--output", "out")
            expectVisible(try desk.shell("cat out/* 2> /dev/null || cat out").stdout, format)
            try desk.shell("rm -r out")
        }
    }

    @Test func `no error quotes one of an argument`() throws {
        let text = Self.hidden.joined()
        for command in [["check", "--wait=\(text)"], [text], ["list", text], ["show", text]] {
            let refused = try desk.run(command, exits: 64)
            expectVisible(refused.stderr, "\(command)")
            #expect(refused.stderr.contains("\\u{202E}"), refused.comment)
        }
    }

    private func expectVisible(_ text: String, _ comment: String) {
        let found = text.unicodeScalars.filter { scalar in
            Self.hidden.contains(String(scalar)) || (scalar.value < 0x20 && scalar != "\n")
        }
        #expect(found.isEmpty, "\(comment): \(found.map { String($0.value, radix: 16) })")
        #expect(!text.isEmpty, "\(comment)")
    }

    /// Writes all hidden characters into every text of the book.
    private func vandalize() throws {
        let text = Self.hidden.joined()
        let columns = [
            ("subject", "name"), ("subject", "note"), ("subject", "country"), ("alias", "alias"),
            ("alias", "note"), ("membership", "note"), ("source", "text"), ("observation", "note"),
            ("claim", "publisher"), ("claim", "note"), ("share_basis", "source"),
            ("import_file", "name"),
        ]
        let statements = columns.map { table, column in
            "UPDATE \(table) SET \(column) = coalesce(\(column), 'x') || '\(text)';"
        }
        try desk.write(statements.joined(separator: "\n"), to: "vandalize.sql")
        try desk.shell("sqlite3 -bail minerbook.db < vandalize.sql")
        try desk.shell("rm vandalize.sql")
    }
}
