import Importing
import Mining
import Testing

/// Mappings of columns of periods, and of columns with any name of docs/csv-formats.md.
extension MappingTests {
    @Test(
        "a column mapped to a length has periods of that length",
        arguments: [
            ("month", "2025-12"), ("quarter", "2025Q4"), ("half", "2025-07-01/2025-12-31"),
            ("year", "2025"), ("quarter_ended", "2025Q4"), ("fiscal_year", "2025"),
            ("FISCAL QUARTER", "2025Q4"), ("month_end", "2025-12"),
        ])
    func lengths(meaning: String, written: String) throws {
        let reading = Reading(
            "ticker,As of,Revenue (USD)\nRIOT,2025-12-31,5\n",
            options: try .mapping("As of=\(meaning)"))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period) == [period(written)])
        #expect(reading.diagnostics.warnings == [])
        #expect(reading.diagnostics.notes.last?.contains("single days in As of stand for") == true)
    }

    @Test
    func `a mapping says the length whatever the name of the column, and --period-of beats it`()
        throws
    {
        let text = "ticker,Month,Revenue (USD)\nRIOT,2025-12-31,5\n"
        var options = try ImportOptions.mapping("Month=quarter")
        #expect(
            Reading(text, options: options).observations.map(\.value.period) == [period("2025Q4")])
        options.periodLength = .year
        #expect(
            Reading(text, options: options).observations.map(\.value.period) == [period("2025")])
        options = try .mapping("Month=period")
        #expect(
            Reading(text, options: options).observations.map(\.value.period) == [period("2025-12")])
    }

    @Test func `a column mapped to year is the period, even beside a date`() throws {
        let reading = Reading(
            "ticker,date,FY,BTC held\nRIOT,2025-12-31,2025,5\n", options: try .mapping("FY=year"))
        #expect(
            reading.problems == [
                "1: FY: has the same meaning as the column \"date\"; keep only one of them"
            ])
    }

    @Test(
        "every name of a column can be a meaning",
        arguments: [
            "ticker", "subject", "company", "company_name", "name", "metric", "period", "date",
            "day", "on", "month", "quarter", "half", "year", "fiscal_quarter", "fiscal_year",
            "fiscal_date", "period_end", "value", "unit", "published_on", "source", "status",
            "note",
            "country", "exchange", "fiscal_year_end", "parent", "alias", "valid_from", "valid_to",
            "from", "ads_ratio", "split", "group", "joined_on", "left_on", "publisher", "figure",
            "since",
        ])
    func names(name: String) throws {
        _ = try ColumnMapping("Column=\(name)")
    }

    @Test(
        "letters alone never suggest another metric of the same kind",
        arguments: [
            ("Average hashrate (EH/s)", ["operating_hashrate:EH/s"]),
            ("Stock price ($)", ["share_price:$"]), ("Closing price", ["share_price"]),
            ("Owned hashrate (EH/s)", []), ("BTC hodl", []), ("Spot price (USD)", []),
        ])
    func suggestions(name: String, meanings: [String]) {
        let problem = Reading("ticker,date,BTC held,\(name)\nRIOT,2025-12-31,5,1\n").problems.first
        let hints = problem?.split(separator: "--map '\(name)=").dropFirst()
            .map { String($0.prefix { $0 != "'" }) }
        #expect(hints == meanings)
        if name.hasPrefix("Owned") {
            #expect(
                problem
                    == "1: Owned hashrate (EH/s): is not a known column; it could be "
                    + "deployed_hashrate, managed_hashrate, hosted_hashrate, target_hashrate, "
                    + "operating_hashrate or network_hashrate; say what it means with --map "
                    + "COLUMN=MEANING, or ignore it with --ignore-column 'Owned hashrate (EH/s)'")
        }
    }

    @Test func `a name with an apostrophe and one like an option can be copied from the message`() {
        #expect(
            Reading("ticker,date,BTC held,O'Neil,-x\nRIOT,2025-12-31,5,1,2\n").problems == [
                #"1: the columns "O'Neil" and "-x" are not known; say what they mean with --map "#
                    + #"COLUMN=MEANING, or ignore them with --ignore-column 'O'\''Neil' "#
                    + "--ignore-column='-x'"
            ])
    }
}
