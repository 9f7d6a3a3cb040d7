import Rendering
import Reporting
import Testing

@Suite("Documents as tables")
struct TableTests {
    @Test func `a report without a limit of width`() throws {
        #expect(
            try Format.table.text(.sector) == #"""
                U.S.-listed miners on 2026-01-15
                Figure                   Value  Unit         Change  Day         Record
                --------------------  --------  ----------  -------  ----------  ------
                Deployed hashrate        419er  EH/s         +12     2026-01-15  yes
                Market cap                62.1  USD bn       +13.0   2026-01-14  no
                Gross margin              47.0  %           -300 bp  2026-01-15  –
                Block reward revenue  42,100d   USD/EH/day     0     –           –
                HPC contracted             –    MW             –     –           –

                e estimated; d derived from other figures; r a record: see the notes

                Members
                Ticker  Hashrate [EH/s]  Market cap [USD bn]  Source
                ------  ---------------  -------------------  -------------------------------------------
                MARA              60.4                  5.13  Form 10-K for the fiscal year 2025, page 47
                RIOT              38.5c                 –     比特币矿业 monthly update 🚀

                c carried from an earlier day

                Conflicts
                Ticker  Metric
                ------  ------
                (none)

                1 of 14 is an estimate: MARA. What is carried is at most ninety-two days old, and says so.
                3. No inputs lack their day of publication.

                """#)
    }

    @Test func `headings and notes are wrapped at 80 cells`() throws {
        let text = try Format.table.text(.sector, table: "members", width: 80)
        #expect(
            text == #"""
                Members
                        Hashrate  Market cap
                Ticker    [EH/s]    [USD bn]  Source
                ------  --------  ----------  -------------------------------------------
                MARA       60.4         5.13  Form 10-K for the fiscal year 2025, page 47
                RIOT       38.5c        –     比特币矿业 monthly update 🚀

                c carried from an earlier day

                1 of 14 is an estimate: MARA. What is carried is at most ninety-two days old,
                  and says so.
                3. No inputs lack their day of publication.

                """#)
    }

    @Test func `nothing changes if everything fits in 120 cells`() throws {
        #expect(
            try Format.table.text(.sector, width: 120) == (try Format.table.text(.sector)))
    }

    @Test func `at 40 cells columns are split into groups and texts shortened`() throws {
        #expect(try Format.table.text(.sector, width: 40) == Self.sectorAt40Cells)
    }

    @Test func `texts are shortened before columns are split into groups`() throws {
        #expect(
            try Format.table.text(.series, width: 120) == #"""
                RIOT
                                                                              Published
                Subject  Metric             Period   Value  Unit  Printed     on          Source             Status    Note
                -------  -----------------  -------  -----  ----  ----------  ----------  -----------------  --------  -----------------
                RIOT     deployed_hashrate  2025-10   36.5  EH/s  36.5 EH/s   2026-01-05  https://www.riot…  reported  Total deployed, …
                RIOT     deployed_hashrate  2025-11   37.3  EH/s  37.25 EH/s  2026-01-05  https://www.riot…  reported  Total deployed, …
                RIOT     deployed_hashrate  2025-12   38.5  EH/s  38.5 EH/s   2026-01-05  https://www.riot…  reported  Total deployed, …

                """#)
    }

    @Test func `groups repeat the columns that identify the rows`() throws {
        #expect(
            try Format.table.text(.series, width: 80) == #"""
                RIOT
                Subject  Metric             Period   Value  Unit  Printed     Published on
                -------  -----------------  -------  -----  ----  ----------  ------------
                RIOT     deployed_hashrate  2025-10   36.5  EH/s  36.5 EH/s   2026-01-05
                RIOT     deployed_hashrate  2025-11   37.3  EH/s  37.25 EH/s  2026-01-05
                RIOT     deployed_hashrate  2025-12   38.5  EH/s  38.5 EH/s   2026-01-05

                Subject  Metric             Period   Source                             Status
                -------  -----------------  -------  ---------------------------------  --------
                RIOT     deployed_hashrate  2025-10  https://www.riotplatforms.com/pr…  reported
                RIOT     deployed_hashrate  2025-11  https://www.riotplatforms.com/pr…  reported
                RIOT     deployed_hashrate  2025-12  https://www.riotplatforms.com/pr…  reported

                Subject  Metric             Period   Note
                -------  -----------------  -------  ---------------------------------------
                RIOT     deployed_hashrate  2025-10  Total deployed, at the end of the month
                RIOT     deployed_hashrate  2025-11  Total deployed, at the end of the month
                RIOT     deployed_hashrate  2025-12  Total deployed, at the end of the month

                """#)
    }

    @Test func `color makes titles bold, and rules, marks and legends dim`() throws {
        let text = try Format.table.text(.sector, table: "members", width: 80, color: true)
        let plain = try Format.table.text(.sector, table: "members", width: 80)
        #expect(text.hasPrefix("\u{1B}[1mMembers\u{1B}[22m\n"))
        #expect(text.contains("RIOT       38.5\u{1B}[2mc\u{1B}[22m        –     比特"))
        #expect(text.contains("\n\u{1B}[2m------\u{1B}[22m  \u{1B}[2m--------\u{1B}[22m"))
        #expect(text.contains("\n\u{1B}[2mc carried from an earlier day\u{1B}[22m\n"))
        let codes = ["\u{1B}[1m", "\u{1B}[2m", "\u{1B}[22m"]
        #expect(
            codes.reduce(text) {
                $0.split(separator: $1, omittingEmptySubsequences: false).joined()
            }
                == plain)
    }

    @Test func `control characters in texts do not reach the terminal`() throws {
        #expect(
            try Format.table.text(.hostile, width: 80) == #"""
                Names\u{1B}[31m
                Na|me [=1"2]                                                            N
                ----------------------------------------------------------  -------------
                =HYPERLINK("http://x","y")                                  -1.5 a|\u{1B}
                +1                                                          -1.5 a|\u{1B}
                -1                                                          -1.5 a|\u{1B}
                @SUM(A1)                                                    -1.5 a|\u{1B}
                \u{9}Tab                                                    -1.5 a|\u{1B}
                ESC \u{1B}]0;title\u{7}                                     -1.5 a|\u{1B}
                C1 \u{9B}31m DEL \u{7F} NUL \u{0}                           -1.5 a|\u{1B}
                a | b \| `c` <script> **d** [e](f) ~g~ &lt; R&D h_i _j_ #1  -1.5 a|\u{1B}
                two\u{A}lines\u{D}\u{A}                                     -1.5 a|\u{1B}
                say "hi", 'you'                                             -1.5 a|\u{1B}
                \u{202E}evil\u{2066}                                        -1.5 a|\u{1B}
                a\u{2028}b\u{2029}                                          -1.5 a|\u{1B}
                été 👩‍💻 日本                                                 -1.5 a|\u{1B}
                                                                            -1.5 a|\u{1B}
                 padded                                                     -1.5 a|\u{1B}

                - # not a heading\u{1B}[2J
                =SUM(1)
                https://example.com/a_b?c=1&d=2

                """#)
    }

    @Test func `marks follow their number and are explained once, in their order`() throws {
        let number = Number(1, decimals: 0, suffix: "x", marks: Number.Mark.allCases.reversed())
        let table = Table(
            name: "t", title: "T", columns: [Column("n", "N", .number)],
            rows: [[.number(number)], [.number(number)]])
        #expect(
            try Format.table.text(Document(report: "r", tables: [table])) == """
                T
                            N
                -------------
                1ecdsilmxnr x
                1ecdsilmxnr x

                e estimated; c carried from an earlier day; d derived from other figures; \
                s restated by its publisher, or computed from a restated figure; i without some \
                members; l like for like: over members with a figure at both ends; m does not fit other figures; x rests on a figure that another source \
                contradicts; n no newer figure than at the base; r a record: see the notes

                """)
    }

    @Test func `a table without columns for people, and a document without tables`() throws {
        let column = Column("code", "Code", .text, audience: .programs)
        let table = Table(name: "t", title: "T", columns: [column], rows: [[.text("a")]])
        #expect(try Format.table.text(Document(report: "r", tables: [table])).hasPrefix("T\n"))
        #expect(try Format.table.text(Document(report: "r", tables: [])) == "")
        #expect(
            try Format.table.text(Document(report: "r", tables: [], notes: ["Nothing."]))
                == "Nothing.\n")
    }

    @Test(arguments: [Int.min, -1, 0, 1, 2, 13, Int.max])
    func `any width works`(width: Int) throws {
        for document in [Document.sector, .series, .hostile] {
            #expect(try !Format.table.text(document, width: width).isEmpty)
        }
    }
}

extension TableTests {
    private static let sectorAt40Cells = #"""
        U.S.-listed miners on 2026-01-15
        Figure                   Value
        --------------------  --------
        Deployed hashrate        419er
        Market cap                62.1
        Gross margin              47.0
        Block reward revenue  42,100d
        HPC contracted             –

        Figure                Unit
        --------------------  ----------
        Deployed hashrate     EH/s
        Market cap            USD bn
        Gross margin          %
        Block reward revenue  USD/EH/day
        HPC contracted        MW

        Figure                 Change
        --------------------  -------
        Deployed hashrate      +12
        Market cap             +13.0
        Gross margin          -300 bp
        Block reward revenue     0
        HPC contracted           –

        Figure                Day         Record
        --------------------  ----------  ------
        Deployed hashrate     2026-01-15  yes
        Market cap            2026-01-14  no
        Gross margin          2026-01-15  –
        Block reward revenue  –           –
        HPC contracted        –           –

        e estimated; d derived from other
        figures; r a record: see the notes

        Members
                            Market
                Hashrate       cap
        Ticker    [EH/s]  [USD bn]  Source
        ------  --------  --------  ------------
        MARA       60.4       5.13  Form 10-K f…
        RIOT       38.5c      –     比特币矿业 …

        c carried from an earlier day

        Conflicts
        Ticker  Metric
        ------  ------
        (none)

        1 of 14 is an estimate: MARA. What is
          carried is at most ninety-two days
          old, and says so.
        3. No inputs lack their day of
          publication.

        """#
}
