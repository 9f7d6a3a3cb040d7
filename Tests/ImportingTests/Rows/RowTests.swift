import Importing
import Mining
import TestSupport
import Testing

/// How the subject, period and source of an observation are read.
@Suite("Observations")
struct RowTests {
    @Test(
        "a period is read in each of its forms",
        arguments: [
            ("RIOT", "btc_mined", "2025-12-31", "2025-12-31"),
            ("RIOT", "btc_mined", "2025-12", "2025-12"),
            ("RIOT", "btc_mined", "2025Q4", "2025Q4"),
            ("RIOT", "btc_mined", "Q4 2025", "2025Q4"),
            ("RIOT", "btc_mined", "4Q25", "2025Q4"),
            ("RIOT", "btc_mined", "2025", "2025"),
            ("RIOT", "btc_mined", "2026-01-01/2026-01-15", "2026-01-01/2026-01-15"),
            ("RIOT", "btc_mined", "FY26Q1", "2026Q1"),
            ("IREN", "btc_mined", "FY26Q1", "2025Q3"),
            ("IREN", "btc_mined", "Q1 FY26", "2025Q3"),
            ("IREN", "btc_mined", "FY2026", "2025-07-01/2026-06-30"),
            ("CLSK", "btc_mined", "FY25Q4", "2025Q3"),
            // A figure at a date that is given for a period is dated the last day of the period.
            ("RIOT", "btc_held", "2025Q4", "2025-12-31"),
            ("RIOT", "btc_held", "2025-02", "2025-02-28"),
            ("CLSK", "btc_held", "FY25", "2025-09-30"),
            // A former name uses the fiscal year of its company. The alias is valid in September
            // 2025.
            ("Spark", "btc_held", "FY25", "2025-09-30"),
            ("Riot Blockchain", "btc_held", "FY25", "2025-12-31"),
        ])
    func periods(subject: String, metric: String, text: String, read: String) {
        let reading = Reading(
            "subject,metric,period,value\n\(subject),\(metric),\(text),1\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period) == [period(read)])
    }

    @Test(
        "an invalid period is an error that says what is wrong",
        arguments: [
            ("2025-13", notPeriod("2025-13")),
            ("2025Q5", notPeriod("2025Q5")),
            ("last month", notPeriod("last month")),
            ("2026-01-15/2026-01-01", notPeriod("2026-01-15/2026-01-01")),
            ("FY0000", notPeriod("FY0000")),
            ("2025-02-29", impossible("2025-02-29")),
            ("2025-00-10", impossible("2025-00-10")),
            ("01/02/2025", ambiguous("01/02/2025")),
            ("1/2/25", ambiguous("1/2/25")),
            ("31.02.2025", impossible("31.02.2025")),
            ("2025/12/32", impossible("2025/12/32")),
            ("20251301", impossible("20251301")),
            ("30 Feb 2025", impossible("30 Feb 2025")),
            ("Foo 30 2025", notPeriod("Foo 30 2025")),
            ("2025-12-31T25:00", notPeriod("2025-12-31T25:00")),
            ("", "is empty, but every row needs it; fill it in or remove the row"),
        ])
    func notPeriods(text: String, sentence: String) {
        let reading = Reading("subject,metric,period,value\nRIOT,btc_mined,\(text),1\n")
        #expect(reading.problems == ["2: period: \(sentence)"])
    }

    @Test func `a fiscal period needs the company's fiscal year end`() {
        for subject in ["NEWC", "us-listed"] {
            let metric = subject == "NEWC" ? "btc_mined" : "power_price"
            let reading = Reading(
                "subject,metric,period,value,unit\n\(subject),\(metric),FY26Q1,1,"
                    + (subject == "NEWC" ? "BTC" : "USD/MWh"))
            #expect(
                reading.problems == [
                    "2: period: \"FY26Q1\" needs the fiscal year end of \"\(subject)\"; import "
                        + "the company with its fiscal_year_end, or write the months"
                ])
        }
    }

    @Test func `publication date, source, status and note are read, and may be empty`() {
        let reading = Reading(
            """
            subject,metric,period,value,published_on,source,status,note
            RIOT,btc_mined,2025-12,460,2026-01-05, https://riot.example/december ,Preliminary," a, b "
            RIOT,btc_mined,2025-11,428,,,,
            """)
        #expect(reading.problems == [])
        let (full, bare) = (reading.observations[0].value, reading.observations[1].value)
        #expect(full.publishedOn == day("2026-01-05"))
        #expect(full.source == "https://riot.example/december")
        #expect(full.status == .preliminary)
        #expect(full.note == "a, b")
        #expect(bare.publishedOn == nil)
        #expect(bare.source == "")
        #expect(bare.status == .reported)
        #expect(bare.note == nil)
        #expect(bare.origin == nil)
    }

    @Test(
        "a bad publication date, source, status or note is an error",
        arguments: [
            (
                "2026-02-30,s,,n",
                #"published_on: "2026-02-30" is a day that does not exist; correct it"#
            ),
            ("soon,s,,n", #"published_on: "soon" is not a day, such as 2025-12-31"#),
            ("2026-01,s,,n", #"published_on: "2026-01" is not a day, such as 2025-12-31"#),
            (
                "05/01/2026,s,,n",
                #"published_on: "05/01/2026" could be 2026-01-05 or 2026-05-01, and the column "#
                    + #"does not show which; choose with --date-order dmy or mdy"#
            ),
            (
                ",s,guessed,n",
                #"status: "guessed" is not a status: reported, preliminary, restated, aggregated or estimated"#
            ),
            (
                ",\"a\u{1}b\",,n",
                #"source: "a\u{1}b" contains a hidden character or a line break; remove it"#
            ),
            (
                ",s,,\u{1B}[31mred",
                #"note: "\u{1B}[31mred" contains a hidden character or a line break; remove it"#
            ),
        ])
    func provenance(cells: String, sentence: String) {
        let reading = Reading(
            "subject,metric,period,value,published_on,source,status,note\n"
                + "RIOT,btc_mined,2025,1,\(cells)\n")
        #expect(reading.problems == ["2: \(sentence)"])
    }

    @Test func `text that is not UTF-8 is an error in each column`() {
        let header = Array("subject,metric,period,value,unit,source,status\n".utf8)
        let row = ["RIOT", "btc_mined", "2025", "1", "BTC", "s", "reported"]
        for bad in row.indices {
            var bytes = header
            for (index, cell) in row.enumerated() {
                bytes += index == bad ? [0x52, 0xFF] : Array(cell.utf8)
                bytes.append(UInt8(ascii: index == row.count - 1 ? "\n" : ","))
            }
            let reading = Reading(bytes)
            #expect(reading.counts.rejected == 1)
            #expect(reading.problems.count == 1)
        }
        #expect(
            Reading(header + Array("RIOT,btc_mined,2025,1,BTC,".utf8) + [0xFF, UInt8(ascii: ",")])
                .problems == [
                    "2: the text is not UTF-8; if it was saved as CSV by Excel, import the file "
                        + "with --encoding windows-1252; else save it as UTF-8"
                ])
    }

    @Test func `a row with more or fewer fields than the header is an error`() {
        let reading = Reading(
            """
            subject,metric,period,value
            RIOT,btc_mined,2025
            RIOT,btc_mined,2025,1,234
            RIOT,btc_mined,2025,1,,0
            RIOT
            RIOT,btc_mined,2025,1
            """)
        let more = "expected 4 as in the header; put text that contains a comma in quotes"
        let fewer =
            "expected 4 as in the header; complete the row or, if it is not part of the table, "
            + "remove it"
        #expect(
            reading.problems == [
                "2: found 3 fields, \(fewer)", "3: found 5 fields, \(more)",
                "4: found 6 fields, \(more)", "5: found 1 field, \(fewer)",
            ])
        #expect(reading.counts.rows == 5)
        #expect(reading.counts.values == 1)
    }

    @Test func `all problems of a row are listed, and other rows are read`() {
        let reading = Reading(
            """
            subject,metric,period,value,unit,published_on,status
            RIOTT,btc_mined,2025-13,7l3,BTC,soon,guessed
            RIOT,btc_mined,2025,1,BTC,,
            RIOT,btc_mind,FY26,1,BTC,,
            """)
        #expect(
            reading.diagnostics.problems.map(\.column)
                == ["period", "subject", "btc_mined", "published_on", "status", "metric"])
        #expect(reading.observations.map(\.line) == [3])
        #expect(reading.counts.rejected == 2)
    }

    @Test func `a rejected row counts in no other count`() {
        let reading = Reading(
            """
            subject,metric,period,value,unit
            RIOT,btc_mined,2025,N/A,BTC
            RIOTT,btc_mined,2025,N/A,BTC
            RIOTT,btc_mined,2025,0.0000000001,BTC
            """)
        #expect(reading.counts.missing == 1)
        #expect(reading.counts.rounded == 0)
        #expect(reading.counts.rejected == 2)
    }

    @Test func `the order of the columns does not matter`() {
        let columns = [
            ("subject", ["RIOT", "MARA", "BTC"]),
            ("metric", ["btc_mined", "deployed_hashrate", "btc_price"]),
            ("period", ["2025Q4", "2025Q4", "2025-12-31"]),
            ("value", ["1,363", "N/A", "88,000"]), ("unit", ["BTC", "EH/s", "USD/BTC"]),
            ("published_on", ["2026-02-26", "", ""]), ("source", ["a", "b", "c"]),
            ("status", ["restated", "", "aggregated"]), ("note", ["", "x", "y"]),
        ]
        var generator = SeededGenerator(seed: 7)
        var readings: Set<[Observation]> = []
        for _ in 0..<200 {
            let shuffled = columns.shuffled(using: &generator)
            var lines = [shuffled.map(\.0).joined(separator: ",")]
            for row in 0..<3 {
                lines.append(shuffled.map { "\"\($0.1[row])\"" }.joined(separator: ","))
            }
            let reading = Reading(lines.joined(separator: "\n"))
            #expect(reading.problems == [])
            #expect(reading.counts.missing == 1)
            readings.insert(reading.observations.map(\.value))
        }
        #expect(readings.count == 1)
        #expect(readings.first?.count == 2)
    }
}

private func notPeriod(_ text: String) -> String {
    "\"\(text)\" is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, FY26Q1 or "
        + "2026-01-01/2026-01-15"
}

private func impossible(_ text: String) -> String {
    "\"\(text)\" is a day that does not exist; correct it"
}

private func ambiguous(_ text: String) -> String {
    "\"\(text)\" could be 2025-02-01 or 2025-01-02, and the column does not show "
        + "which; choose with --date-order dmy or mdy"
}
