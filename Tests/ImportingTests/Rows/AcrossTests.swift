import Importing
import Mining
import Testing

@Suite("Observations with companies across")
struct AcrossTests {
    private func reading(
        _ text: String, _ defaults: [ObservationField: String] = [.metric: "btc_mined"]
    ) -> Reading {
        Reading(text, options: .defaults(defaults))
    }

    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map { located in
            let figure = located.value
            return "\(figure.subject) \(figure.metric) \(figure.period) \(figure.value)"
        }
    }

    @Test func `each figure is an observation of its column's company`() {
        let reading = reading(
            """
            Month,RIOT,Mara Holdings,CleanSpark (CLSK),Source
            2025-11,428,,565,release
            2025-12,460,749 BTC,N/A,
            """)
        #expect(reading.problems == [])
        #expect(
            figures(reading) == [
                "RIOT btc_mined 2025-11 428 BTC", "CLSK btc_mined 2025-11 565 BTC",
                "RIOT btc_mined 2025-12 460 BTC", "MARA btc_mined 2025-12 749 BTC",
            ])
        #expect(reading.observations.map(\.value.source) == ["release", "release", "", ""])
        #expect(reading.observations.map(\.line) == [2, 2, 3, 3])
        #expect(reading.counts.missing == 2)
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Month as period, Source, 3 companies RIOT to CleanSpark (CLSK)",
                #"q4.csv: "CleanSpark (CLSK)" read as CLSK"#,
                #"q4.csv: "Mara Holdings" read as MARA"#,
            ])
    }

    @Test func `the unit comes from the option, the header or the cell`() {
        let metric: [ObservationField: String] = [.metric: "deployed_hashrate"]
        let header = reading("Date,RIOT (EH/s),MARA [PH/s]\n2025-12-31,38.5,61700\n", metric)
        #expect(header.problems == [])
        #expect(header.observations.map(\.value.value.description) == ["38.5 EH/s", "61700 PH/s"])
        let option = reading(
            "Date,RIOT,MARA\n2025-12-31,38.5,61700 PH/s\n",
            metric.merging([.unit: "EH/s"]) { $1 })
        #expect(option.observations.map(\.value.value.description) == ["38.5 EH/s", "61700 PH/s"])
        let column = reading(
            "Date,Metric,Unit,RIOT,MARA\n2025-12-31,market_cap,USD bn,5.5,6.1\n", [:])
        #expect(column.problems == [])
        #expect(column.observations.map(\.value.value.description) == ["5.5 USD bn", "6.1 USD bn"])
    }

    @Test func `fiscal periods and former names are those of the company on its day`() {
        let fiscal = reading("period,CLSK,RIOT\nFY26Q1,1,2\n")
        #expect(
            figures(fiscal) == ["CLSK btc_mined 2025Q4 1 BTC", "RIOT btc_mined 2026Q1 2 BTC"])
        let renamed = reading("month,KEEL,RIOT\n2026-03,1,2\n2026-04,3,4\n")
        #expect(
            renamed.problems == [
                #"2: KEEL: no company was called "KEEL" on 2026-03-31; it is BITF from 2026-04-01; "#
                    + "write the ticker"
            ])
    }

    @Test func `years with quarters are read, too`() {
        let reading = reading("Year,Quarter,MARA,RIOT\n2025,4,20,10\n")
        #expect(reading.problems == [])
        #expect(
            figures(reading) == ["MARA btc_mined 2025Q4 20 BTC", "RIOT btc_mined 2025Q4 10 BTC"])
    }

    @Test(
        "a column that is no company is an error",
        arguments: [
            (
                "Date,RIOT,Total\n2025-12,1,2\n",
                [
                    "1: Total: is not a company in this book, but other columns are; import the company first; "
                        + "if it is no company, ignore it with --ignore-column 'Total'"
                ]
            ),
            (
                "Date,RIOT,MARAA,Other\n2025-12,1,2,3\n",
                [
                    "1: MARAA: is not a company in this book, but other columns are; did you mean MARA?; if it "
                        + "is no company, ignore it with --ignore-column 'MARAA'",
                    "1: Other: is not a company in this book, but other columns are; import the company first; "
                        + "if it is no company, ignore it with --ignore-column 'Other'",
                ]
            ),
            (
                "Date,Alpha,Beta\n2025-12,1,2\n",
                [
                    #"1: "Alpha" and "Beta" are not in this book; if they are companies, import them "#
                        + "first, or add --create-companies; if the file is about one company, name "
                        + "it with --subject"
                ]
            ),
            (
                "Date,RIOT,Riot Platforms\n2025-12,1,2\n",
                [
                    #"1: Riot Platforms: has the same meaning as the column "RIOT"; keep only one of "#
                        + "them"
                ]
            ),
        ])
    func refused(text: String, sentences: [String]) {
        let reading = reading(text)
        #expect(reading.problems == sentences)
        #expect(reading.observations.isEmpty)
    }

    @Test func `an ignored column is no company`() {
        var options = ImportOptions.defaults([.metric: "btc_mined"])
        options.mappings = [ColumnMapping(ignoring: "Total")]
        let reading = Reading("Date,RIOT,Total\n2025-12,1,2\n", options: options)
        #expect(reading.problems == [])
        #expect(figures(reading) == ["RIOT btc_mined 2025-12 1 BTC"])
    }

    @Test func `without a metric, columns like tickers ask for it`() {
        #expect(
            reading("Date,RIOT,MARA\n2025-12,1,2\n", [:]).problems == [
                #"1: "RIOT" and "MARA" look like companies, but the metric is not given; give it "#
                    + "with --metric, such as --metric btc_mined"
            ])
        #expect(
            reading("Date,alpha,beta\n2025-12,1,2\n", [:]).reasons.map(\.code)
                == [.unrecognisedHeader])
    }

    @Test func `a first column without a name has the periods if the others are tickers`() {
        let tickers = reading(",RIOT,MARA\n2025-12,1,2\n")
        #expect(tickers.problems == [])
        #expect(
            figures(tickers) == ["RIOT btc_mined 2025-12 1 BTC", "MARA btc_mined 2025-12 2 BTC"])
        #expect(
            tickers.diagnostics.notes
                == ["q4.csv: read column 1 as period, 2 companies RIOT to MARA"])
        let names = reading(",RIOT,Mara Holdings\n2025-12,1,2\n")
        #expect(names.reasons.map(\.code) == [.unrecognisedHeader, .unnamedFirstColumn])
    }

    @Test func `the corner of the table may name the metric`() {
        let corner = reading("Deployed hashrate (EH/s),RIOT,MARA\n2025-12,38.5,60.4 EH/s\n", [:])
        #expect(corner.problems == [])
        #expect(
            figures(corner) == [
                "RIOT deployed_hashrate 2025-12-31 38.5 EH/s",
                "MARA deployed_hashrate 2025-12-31 60.4 EH/s",
            ])
        #expect(
            corner.diagnostics.notes == [
                "q4.csv: read Deployed hashrate (EH/s) as period, 2 companies RIOT to MARA with "
                    + "deployed_hashrate in EH/s"
            ])
        let given = reading("BTC mined,RIOT,MARA\n2025-12,38.5,60\n")
        #expect(given.observations.isEmpty)
        let several = reading("Hashrate (EH/s),RIOT,MARA\n2025-12,38.5,60\n", [:])
        #expect(several.observations.isEmpty)
        let figures = reading("BTC mined,RIOT,MARA\n460,38.5,60\n", [:])
        #expect(figures.reasons.map(\.code) == [.notPeriod])
    }

    @Test func `a line below the header may have the units`() {
        let metric: [ObservationField: String] = [.metric: "deployed_hashrate"]
        let line = reading("Month,RIOT,MARA\n,EH/s,(PH/s)\n2025-12,38.5,60400\n", metric)
        #expect(line.problems == [])
        #expect(line.observations.map(\.value.value.description) == ["38.5 EH/s", "60400 PH/s"])
        let title = reading(
            "Market cap\nMonth,RIOT,MARA\nUnit,USD m,USD bn\n2025-12,5500,6.1\n", [:])
        #expect(title.problems == [])
        #expect(title.observations.map(\.value.value.description) == ["5500 USD m", "6.1 USD bn"])
        let corner = reading("Deployed hashrate,RIOT,MARA\n,EH/s,EH/s\n2025-12,38.5,60.4\n", [:])
        #expect(corner.problems == [])
        #expect(corner.observations.map(\.value.value.description) == ["38.5 EH/s", "60.4 EH/s"])
        let other = reading("Month,RIOT (PH/s),MARA\n,EH/s,EH/s\n2025-12,38.5,60.4\n", metric)
        #expect(
            other.problems == [
                "1: RIOT (PH/s): \"EH/s\" is not the unit in the name of the metric, PH/s; correct one "
                    + "of them"
            ])
        let wrong = reading("Month,RIOT,MARA\n,BTC,EH/s\n2025-12,38.5,60.4\n", metric)
        #expect(
            wrong.problems == [
                "1: RIOT: \"BTC\" is an amount of bitcoin, not a hashrate, such as 38.5 EH/s"
            ])
    }

    @Test func `an empty column between companies is nothing`() {
        let reading = reading("Month,RIOT,,MARA\n2025-12,1,,2\n")
        #expect(reading.problems == [])
        #expect(
            figures(reading) == ["RIOT btc_mined 2025-12 1 BTC", "MARA btc_mined 2025-12 2 BTC"])
        let filled = self.reading("Month,RIOT,,MARA\n2025-12,1,7,2\n")
        #expect(filled.observations.isEmpty)
        #expect(filled.reasons.count == 1)
    }

    @Test func `new companies are added with --create-companies, but not totals`() {
        var options = ImportOptions.defaults([.metric: "btc_mined"])
        options.createsCompanies = true
        let reading = Reading("Date,RIOT,CIFR\n2025-12,1,2\n", options: options)
        #expect(reading.problems == [])
        #expect(reading.companies.map(\.value.ticker) == ["CIFR"])
        let total = Reading("Date,RIOT,Total\n2025-12,1,2\n", options: options)
        #expect(total.reasons.map(\.code) == [.notCompanyColumn])
    }

    @Test func `a bad cell names its column`() {
        let reading = reading("Date,RIOT,MARA\n2025-12,7l3,2\nfoo,1,2\n")
        #expect(
            reading.problems == [
                #"2: RIOT: "7l3" is not an amount of bitcoin, such as 712.53 BTC"#,
                #"3: Date: "foo" is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, "#
                    + "FY26Q1 or 2026-01-01/2026-01-15",
            ])
    }

    @Test func `a column of the network is an error for a metric of companies`() {
        let reading = reading("Date,RIOT,BTC\n2025-12,1,2\n")
        #expect(reading.reasons.map(\.code) == [.wrongSubjectKind])
    }
}
