import Importing
import Mining
import Testing

extension PivotTests {
    private func pivot(
        _ header: String, metric: String = "btc_held", options: ImportOptions = ImportOptions()
    ) -> Reading {
        var options = options
        options.defaults[.metric] = metric
        let cells = header.split(separator: ",").indices.map { "\($0 + 1)" }
        return Reading(
            "Ticker,\(header)\nRIOT,\(cells.joined(separator: ","))\n", options: options)
    }

    @Test(
        "headers of days are read as cells are",
        arguments: [
            "31 Mar 2025,30 Jun 2025", "20250331,20250630", "3/31/2025,6/30/2025",
            "31.03.2025,30.06.2025", "2025-03-31,2025-06-30", "2025/3/31,2025/6/30",
            "31-Mar-25,30-Jun-25", "2025-03-31 00:00:00,2025-06-30 00:00:00 UTC",
            "As of Mar. 31 2025,As of June 30 2025",
        ])
    func dayHeaders(header: String) {
        let reading = pivot(header)
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.period.description) == ["2025-03-31", "2025-06-30"])
    }

    @Test(
        "headers of months and quarters are read as cells are",
        arguments: [
            ("Oct-25,Nov-25,Dec-25", ["2025-10", "2025-11", "2025-12"]),
            ("Q1'25,Q2'25", ["2025Q1", "2025Q2"]), ("1H25,9M 2025", nil),
            ("October 2025,Sept 2025", ["2025-10", "2025-09"]),
        ])
    func periodHeaders(header: String, expected: [String]?) {
        let reading = pivot(header, metric: "btc_mined")
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.period.description)
                == expected ?? ["2025-01-01/2025-06-30", "2025-01-01/2025-09-30"])
    }

    @Test func `all dates of a header together show their order`() {
        let reading = pivot("01/02/2025,13/02/2025")
        #expect(
            reading.observations.map(\.value.period.description) == ["2025-02-01", "2025-02-13"])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Ticker as subject, 2 periods 01/02/2025 to 13/02/2025 as dmy"
            ])
        var options = ImportOptions()
        options.dateOrder = .mdy
        let given = pivot("01/02/2025,01/03/2025", options: options)
        #expect(given.observations.map(\.value.period.description) == ["2025-01-02", "2025-01-03"])
    }

    @Test(
        "headers that leave a doubt are errors",
        arguments: [
            (
                "01/02/2025,02/03/2025",
                [
                    #"1: 01/02/2025: "01/02/2025" could be 2025-02-01 or 2025-01-02, and the header "#
                        + "does not show which; choose with --date-order dmy or mdy",
                    #"1: 02/03/2025: "02/03/2025" could be 2025-03-02 or 2025-02-03, and the header "#
                        + "does not show which; choose with --date-order dmy or mdy",
                ]
            ),
            (
                "13/02/2025,02/13/2025",
                [
                    #"1: 13/02/2025: "13/02/2025" is in a header whose dates have different orders, "#
                        + #"as "02/13/2025" shows; write all of them like 2025-02-01"#,
                    #"1: 02/13/2025: "02/13/2025" is in a header whose dates have different orders, "#
                        + #"as "02/13/2025" shows; write all of them like 2025-02-01"#,
                ]
            ),
            (
                "Dec-25",
                [
                    #"1: Dec-25: "Dec-25" could be Dec 2025 or a day without its year, and the other "#
                        + "periods do not show which; if it is the month, write Dec 2025, or import "
                        + "with --period-of month, quarter, half, year or fiscal-year"
                ]
            ),
            (
                "2025-12-31,45991",
                [
                    #"1: 45991: "45991" is the number by which spreadsheets store the day "#
                        + "2025-11-30; format it as a date such as 2025-11-30 in the spreadsheet, and "
                        + "save the file again"
                ]
            ),
            (
                "2025-12-31,31 Dec 2025",
                [
                    #"1: 31 Dec 2025: has the same meaning as the column "2025-12-31"; keep only "#
                        + "one of them"
                ]
            ),
            (
                "2025-12-31,30 Feb 2025",
                [#"1: 30 Feb 2025: "30 Feb 2025" is a day that does not exist; correct it"#]
            ),
        ])
    func doubtfulHeaders(header: String, sentences: [String]) {
        let reading = pivot(header)
        #expect(reading.problems == sentences)
        #expect(reading.observations.isEmpty)
    }

    @Test func `a title with a date is no header`() {
        let reading = Reading(
            "Updated,31 Dec 2025\nPeriod,BTC held,Note\n2025-11,5,x\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.period.description) == ["2025-11-30"])
    }
}
