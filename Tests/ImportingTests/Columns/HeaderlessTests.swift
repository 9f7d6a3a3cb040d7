import CSV
import Importing
import Mining
import Testing

/// Files without a header, and columns without a name.
@Suite("Files without a header")
struct HeaderlessTests {
    private func read(_ text: String, _ mappings: String..., subject: String? = "BTC") throws
        -> Reading
    {
        try read(text, mappings, ImportOptions(header: .absent), subject)
    }

    private func read(
        _ text: String, _ mappings: [String], _ options: ImportOptions, _ subject: String? = "BTC"
    ) throws -> Reading {
        var options = options
        options.mappings = try mappings.map { try ColumnMapping($0) }
        if let subject { options.defaults[.subject] = subject }
        return Reading(text, options: options)
    }

    private let price = ["column 1=period", "column 2=btc_price:USD/BTC"]

    @Test func `the first record is data`() throws {
        let reading = try read(
            "2025-12-30,88000\n2025-12-31,87500\n", price, ImportOptions(header: .absent))
        #expect(reading.problems == [])
        #expect(reading.values == ["2025-12-30 88000 USD/BTC", "2025-12-31 87500 USD/BTC"])
        #expect(reading.observations.map(\.line) == [1, 2])
        #expect(reading.counts.rows == 2)
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read as comma, utf-8, without a header",
                "q4.csv: read column 1 as period, column 2 as btc_price in USD/BTC",
            ])
    }

    @Test(arguments: Dialect.Delimiter.allCases)
    func `rows of equal length show the delimiter`(delimiter: Dialect.Delimiter) throws {
        let mark = String(UnicodeScalar(delimiter.rawValue))
        let rows = ["2025-12-30", "2025-12-31"].map { "\($0)\(mark)88000\(mark)x\n" }.joined()
        let reading = try read(
            rows, price + ["column 3=ignore"], ImportOptions(header: .absent))
        #expect(reading.values == ["2025-12-30 88000 USD/BTC", "2025-12-31 88000 USD/BTC"])
    }

    @Test func `an ambiguous delimiter asks for the option`() throws {
        let rows = "2025-12-30;88,000\n2025-12-31;87,500\n"
        #expect(
            try read(rows, price, ImportOptions(header: .absent)).problems == [
                "1: the delimiter could be comma or semicolon; choose one with --delimiter"
            ])
        #expect(
            try read(rows, price, ImportOptions(delimiter: .semicolon, header: .absent)).values
                == ["2025-12-30 88000 USD/BTC", "2025-12-31 87500 USD/BTC"])
    }

    @Test func `--skip-lines skips lines at the top`() throws {
        let reading = try read(
            "BTC in USD\n\n2025-12-30,88000\n", price,
            ImportOptions(skippedLines: 1, header: .absent))
        #expect(reading.values == ["2025-12-30 88000 USD/BTC"])
        #expect(
            reading.diagnostics.notes.first
                == "q4.csv: read as comma, utf-8, 1 line at the top skipped, without a header")
    }

    @Test func `the first row can also show the order of dates`() throws {
        #expect(
            try read("31/12/2025,88000\n01/02/2026,77000\n", "column 1=period", price[1]).values
                == ["2025-12-31 88000 USD/BTC", "2026-02-01 77000 USD/BTC"])
    }

    @Test func `columns without a mapping are errors that show their first value`() throws {
        #expect(
            try read("2025-12-30,88000,9.5\n", "column 1=period").problems == [
                "1: column 2 begins with \"88000\", but its meaning is not given; give it with "
                    + "--map COLUMN=MEANING, or ignore it with --ignore-column 'column 2'",
                "1: column 3 begins with \"9.5\", but its meaning is not given; give it with "
                    + "--map COLUMN=MEANING, or ignore it with --ignore-column 'column 3'",
            ])
        #expect(
            try read("2025-12-30,88000\n", "column 2=btc_price:USD/BTC").problems.last
                == "1: column 1 begins with \"2025-12-30\", but its meaning is not given; give it "
                + "with --map 'column 1=period', or ignore it with --ignore-column 'column 1'")
        #expect(
            try read("2025-12-30,88000,9.5\n", price[0], price[1]).problems.count == 1)
    }

    @Test func `a file whose columns are all ignored has no figures`() throws {
        #expect(
            try read("2025-12-30,88000\n", "column 1=period", "column 2=ignore").problems == [
                "1: there is no column of figures; name a column for each metric, with its "
                    + "unit, such as deployed_hashrate (EH/s)"
            ])
    }

    @Test func `a column number that does not exist is an error`() throws {
        #expect(
            try read("2025-12-30,88000\n", price[0], price[1], "column 3=ignore").problems == [
                "1: --map: the files have no column \"column 3\"; did you mean column 1?"
            ])
    }

    @Test func `a row with fewer or more fields is an error`() throws {
        #expect(
            try read("2025-12-30,88000\n2025-12-31\n2026-01-01,1,2\n", price[0], price[1])
                .problems.count == 2)
    }

    @Test func `an empty trailing column is ignored until a cell has text`() throws {
        let rows = "2025-12-30,88000,\n2025-12-31,87500,\n"
        #expect(try read(rows, price[0], price[1]).observations.count == 2)
        #expect(
            try read(rows + "2026-01-01,88500,x\n", price[0], price[1]).problems == [
                "3: \"x\" is in column 3, which has no name; empty the cell, name the column "
                    + "in the header, or ignore it with --ignore-column 'column 3'"
            ])
        #expect(
            try read(rows + "2026-01-01,88500,x\n", price[0], price[1], "column 3=note")
                .observations.map(\.value.note) == [nil, nil, "x"])
    }

    @Test func `an empty file is empty`() throws {
        #expect(try read("").problems.first?.hasPrefix("1: the file is empty") == true)
    }

    @Test func `--map gives a meaning to a first column without a name`() throws {
        let reading = try read(
            ",Close\n2025-12-30,88000\n", ["column 1=period", "Close=btc_price:USD/BTC"],
            ImportOptions())
        #expect(reading.values == ["2025-12-30 88000 USD/BTC"])
        let numbers = try read(
            ",date,Close\n1,2025-12-30,88000\n",
            ["Close=btc_price:USD/BTC", "column 1=ignore"], ImportOptions())
        #expect(numbers.values == ["2025-12-30 88000 USD/BTC"])
        let within = try read(
            "Close,,date\n88000,x,2025-12-30\n",
            ["Close=btc_price:USD/BTC", "column 2=ignore"], ImportOptions())
        #expect(within.values == ["2025-12-30 88000 USD/BTC"])
    }

    @Test func `a trailing column without a name can be mapped`() throws {
        let reading = try read(
            "date,\n2025-12-30,88000\n", ["column 2=btc_price:USD/BTC"], ImportOptions())
        #expect(reading.values == ["2025-12-30 88000 USD/BTC"])
    }

    @Test func `a column with a name cannot be mapped by its number`() throws {
        #expect(
            try read(
                "Date,btc_price (USD/BTC)\n2025-12-30,88000\n", ["column 1=period"],
                ImportOptions()
            ).problems.last == "1: --map: the files have no column \"column 1\"; write it as "
                + "in the header")
    }

    @Test(
        "an unknown header that looks like data suggests --no-header",
        arguments: [
            ("2025-12-30 00:00:00,88000", true), ("2025-12-30,88000", true), ("Apple,16,x", true),
            ("Apple,x", false), ("Datum,Wert 2", false),
        ])
    func hint(record: String, isAsked: Bool) throws {
        let problem = try #require(try read(record + "\n", [], ImportOptions()).problems.first)
        let hint =
            "; if the file has no header, use --no-header and name its columns with --map "
            + "'column 1=period'"
        #expect(problem.contains(" is not a known header"))
        #expect(problem.hasSuffix(hint) == isAsked)
    }

    @Test func `corrected rejected rows can be imported`() throws {
        var options = ImportOptions(header: .absent)
        options.mappings = try price.map { try ColumnMapping($0) }
        options.defaults = [.subject: "BTC"]
        var diagnostics = Diagnostics()
        var sheet: [UInt8] = []
        let bytes = Array("2025-12-30,88k8\n2025-12-31,87500\n".utf8)
        let file = try #require(
            try ImportFile(
                "q4.csv", MemorySource(bytes), options: options,
                rejecting: { sheet += $0 }, reporting: &diagnostics))
        var rows = file.rows(roster: .miners)
        while try rows.next(reporting: &diagnostics) != nil {}
        let rejects = String(decoding: sheet, as: UTF8.self)
        #expect(rejects.hasPrefix("rejected_line,rejected_reason,column 1,column 2\n1,"))
        let mended = rejects.replacing("2025-12-30,88k8", with: "2025-12-30,88000")
        #expect(Reading(mended, options: options).values == ["2025-12-30 88000 USD/BTC"])
    }

    @Test func `in a file of rejected rows, columns without a name keep their numbers`() throws {
        let sheet =
            "rejected_line,rejected_reason,,Close\n2,\"Close: was bad\",2025-12-30,88000\n"
        #expect(
            try read(sheet, ["column 1=period", "Close=btc_price:USD/BTC"], ImportOptions()).values
                == ["2025-12-30 88000 USD/BTC"])
    }

    @Test func `a header that only --map names is found below other lines`() throws {
        let file = """
            ;;;"Datum;Kurs"
            ;;;"2025-01-01;1"
            ;;;
            Datum;Kurs;Menge;"Datum;Kurs"
            2025-12-30;88000;7;"2025-12-30;88000"

            """
        let reading = try read(
            file,
            ["Datum=period", "Kurs=btc_price:USD/BTC", "Menge=ignore", "Datum;Kurs=ignore"],
            ImportOptions())
        #expect(reading.values == ["2025-12-30 88000 USD/BTC"])
        #expect(
            reading.diagnostics.notes.first
                == "q4.csv: read as semicolon, utf-8, 3 lines before the header skipped")
    }
}

extension Reading {
    fileprivate var values: [String] {
        observations.map { "\($0.value.period) \($0.value.value)" }
    }
}
