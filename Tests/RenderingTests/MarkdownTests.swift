import Rendering
import Reporting
import Testing

@Suite("Documents as Markdown")
struct MarkdownTests {
    @Test func `a report`() throws {
        #expect(
            try Format.markdown.text(.sector) == #"""
                # sector: on 2026-01-15, group us-listed

                ## U.S.-listed miners on 2026-01-15

                | Figure | Value | Unit | Change | Day | Record |
                | --- | ---: | --- | ---: | --- | --- |
                | Deployed hashrate | 419er | EH/s | +12 | 2026-01-15 | yes |
                | Market cap | 62.1 | USD bn | +13.0 | 2026-01-14 | no |
                | Gross margin | 47.0 | % | -300 bp | 2026-01-15 | – |
                | Block reward revenue | 42,100d | USD/EH/day | 0 | – | – |
                | HPC contracted | – | MW | – | – | – |

                e estimated; d derived from other figures; r a record: see the notes

                ## Members

                | Ticker | Hashrate \[EH/s\] | Market cap \[USD bn\] | Source |
                | --- | ---: | ---: | --- |
                | MARA | 60.4 | 5.13 | Form 10-K for the fiscal year 2025, page 47 |
                | RIOT | 38.5c | – | 比特币矿业 monthly update 🚀 |

                c carried from an earlier day

                ## Conflicts

                | Ticker | Metric |
                | --- | --- |

                (none)

                - 1 of 14 is an estimate: MARA. What is carried is at most ninety-two days old, and says so.
                - 3\. No inputs lack their day of publication.

                """#)
    }

    @Test func `text from data is escaped`() throws {
        #expect(
            try Format.markdown.text(.hostile) == ##"""
                # list: where a\|b\\u{A}\# c

                ## Names\\u{1B}\[31m

                | Na\|me \[=1"2\] | N |
                | --- | ---: |
                | =HYPERLINK("http://x","y") | -1.5 a\|\\u{1B} |
                | +1 | -1.5 a\|\\u{1B} |
                | -1 | -1.5 a\|\\u{1B} |
                | @SUM(A1) | -1.5 a\|\\u{1B} |
                | \\u{9}Tab | -1.5 a\|\\u{1B} |
                | ESC \\u{1B}\]0;title\\u{7} | -1.5 a\|\\u{1B} |
                | C1 \\u{9B}31m DEL \\u{7F} NUL \\u{0} | -1.5 a\|\\u{1B} |
                | a \| b \\\| \`c\` \<script\> \*\*d\*\* \[e\](f) \~g\~ \&lt; R&D h_i \_j\_ \#1 | -1.5 a\|\\u{1B} |
                | two\\u{A}lines\\u{D}\\u{A} | -1.5 a\|\\u{1B} |
                | say "hi", 'you' | -1.5 a\|\\u{1B} |
                | \\u{202E}evil\\u{2066} | -1.5 a\|\\u{1B} |
                | a\\u{2028}b\\u{2029} | -1.5 a\|\\u{1B} |
                | été 👩‍💻 日本 | -1.5 a\|\\u{1B} |
                |  | -1.5 a\|\\u{1B} |
                |  padded  | -1.5 a\|\\u{1B} |

                - \- \# not a heading\\u{1B}\[2J
                - \=SUM(1)
                - https://example.com/a_b?c=1&d=2

                """##)
    }

    @Test(arguments: [
        ("snake_case_name", "snake_case_name"), ("_a_", #"\_a\_"#), ("a_", #"a\_"#),
        ("AT&T", "AT&T"), ("&#60; &lt;", ##"\&\#60; \&lt;"##), ("a & b;", "a & b;"),
        ("- item", #"\- item"#), ("+ item", #"\+ item"#), ("12) item", #"12\) item"#),
        ("12.5 EH/s", #"12\.5 EH/s"#), ("12 of 14.", "12 of 14."), ("  code", "code"),
        ("-", #"\-"#), ("", ""), ("é_è", "é_è"),
    ])
    func `a note is escaped as a plain paragraph`(note: String, escaped: String) throws {
        let document = Document(report: "r", tables: [], notes: [note])
        #expect(try Format.markdown.text(document) == "# r\n\n- \(escaped)\n")
    }
}
