import Mining
import Rendering
import Reporting

extension Document {
    /// A typical report: all kinds of cells, scaled and signed numbers, marks, and an empty table.
    static let sector = Document(
        report: "sector",
        parameters: [
            Parameter("on", "2026-01-15"), Parameter("since", nil),
            Parameter("group", "us-listed"),
        ],
        tables: [
            Table(
                name: "headline", title: "U.S.-listed miners on 2026-01-15",
                columns: [
                    Column("figure", "Figure", .text, audience: .programs),
                    Column("title", "Figure", .text), Column("value", "Value", .number),
                    Column("unit", "Unit", .text), Column("change", "Change", .number),
                    Column("on", "Day", .date), Column("record", "Record", .boolean),
                ],
                rows: [
                    [
                        .text("hashrate"), .text("Deployed hashrate"),
                        .number(Number(419.25, decimals: 0, marks: [.record, .estimated])),
                        .text("EH/s"), .number(Number(12, decimals: 0, isSigned: true)), day(15),
                        .flag(true),
                    ],
                    [
                        .text("market_cap"), .text("Market cap"),
                        .number(Number(62_123_456_789, decimals: 1, power: -9)),
                        .worded("USD", shown: "USD bn"),
                        .number(Number(13_000_000_000, decimals: 1, power: -9, isSigned: true)),
                        day(14), .flag(false),
                    ],
                    [
                        .text("gross_margin"), .text("Gross margin"),
                        .number(Number(47, decimals: 1)), .text("%"),
                        .number(Number(-300, decimals: 0, isSigned: true, suffix: "bp")), day(15),
                        .missing,
                    ],
                    [
                        .text("reward_usd"), .text("Block reward revenue"),
                        .number(Number(42_149, decimals: -2, marks: [.derived])),
                        .text("USD/EH/day"),
                        .number(Number(0.4, decimals: 0, isSigned: true)), .missing, .missing,
                    ],
                    [
                        .text("hpc"), .text("HPC contracted"), .missing, .text("MW"), .missing,
                        .missing, .missing,
                    ],
                ]),
            Table(
                name: "members", title: "Members",
                columns: [
                    Column("ticker", "Ticker", .text),
                    Column("hashrate", "Hashrate", .number, unit: "EH/s"),
                    Column(
                        "market_cap", "Market cap", .number, unit: "USD", shownUnit: "USD bn"),
                    Column("source", "Source", .text),
                ],
                rows: [
                    [
                        .text("MARA"), .number(Number(60.4, decimals: 1)),
                        .number(Number(5_125_000_000, decimals: 2, power: -9)),
                        .text("Form 10-K for the fiscal year 2025, page 47"),
                    ],
                    [
                        .text("RIOT"), .number(Number(38.5, decimals: 1, marks: [.carried])),
                        .number(Number(.nan, decimals: 2, power: -9, marks: [.incomplete])),
                        .text("比特币矿业 monthly update 🚀"),
                    ],
                ]),
            Table(
                name: "conflicts", title: "Conflicts",
                columns: [Column("ticker", "Ticker", .text), Column("metric", "Metric", .text)],
                rows: []),
        ],
        notes: [
            "1 of 14 is an estimate: MARA. What is carried is at most ninety-two days old, and "
                + "says so.",
            "3. No inputs lack their day of publication.",
        ])

    /// Text that would be harmful if it were printed unescaped.
    static let hostile = Document(
        report: "list",
        parameters: [Parameter("where", "a|b\n# c")],
        tables: [
            Table(
                name: "names", title: "Names\u{1B}[31m",
                columns: [
                    Column("name", "Na|me", .text, unit: "=1\"2"), Column("n", "N", .number),
                ],
                rows: [
                    "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "\tTab",
                    "ESC \u{1B}]0;title\u{7}", "C1 \u{9B}31m DEL \u{7F} NUL \u{0}",
                    "a | b \\| `c` <script> **d** [e](f) ~g~ &lt; R&D h_i _j_ #1",
                    "two\nlines\r\n", "say \"hi\", 'you'", "\u{202E}evil\u{2066}",
                    "a\u{2028}b\u{2029}",
                    "e\u{301}te\u{301} 👩‍💻 日本", "", " padded ",
                ].map { [.text($0), .number(Number(-1.5, decimals: 1, suffix: "a|\u{1B}"))] })
        ],
        notes: ["- # not a heading\u{1B}[2J", "=SUM(1)", "https://example.com/a_b?c=1&d=2"])

    /// Long texts, and rows that only several columns together identify.
    static let series = Document(
        report: "show",
        tables: [
            Table(
                name: "series", title: "RIOT",
                columns: [
                    Column("subject", "Subject", .text), Column("metric", "Metric", .text),
                    Column("period", "Period", .text), Column("value", "Value", .number),
                    Column("unit", "Unit", .text), Column("printed", "Printed", .text),
                    Column("published_on", "Published on", .date),
                    Column("source", "Source", .text), Column("status", "Status", .text),
                    Column("note", "Note", .text),
                ],
                rows: [("2025-10", 36.5), ("2025-11", 37.25), ("2025-12", 38.5)].map { row in
                    [
                        .text("RIOT"), .text("deployed_hashrate"), .text(row.0),
                        .number(Number(row.1, decimals: 1)), .text("EH/s"),
                        .text("\(row.1) EH/s"), day(5),
                        .text("https://www.riotplatforms.com/production-update-\(row.0)"),
                        .text("reported"), .text("Total deployed, at the end of the month"),
                    ]
                })
        ])

    private static func day(_ number: Int) -> Cell {
        Day(year: 2026, month: 1, day: number).map(Cell.date) ?? .missing
    }
}

extension Format {
    /// The complete output as text.
    func text(
        _ document: Document, table: String? = nil, width: Int? = nil, color: Bool = false
    ) throws(RenderingError) -> String {
        let screen = Screen(width: width, color: color)
        return String(decoding: try render(document, table: table, on: screen), as: UTF8.self)
    }
}
