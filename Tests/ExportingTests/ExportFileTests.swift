import Mining
import TestSupport
import Testing

@testable import Exporting

@Suite("Export files")
struct ExportFileTests {
    private func text(_ file: consuming ExportFile) -> String {
        var text = ""
        file.drain { text += String(decoding: $0, as: UTF8.self) }
        return text
    }

    /// The rows of a file of these observations, without the header.
    private func rows(_ observations: Observation...) -> String {
        let batch = ObservationBatch(observations.map { Located(value: $0, line: 2) })
        var file = ExportFile(.observations)
        file.append(batch)
        let header = "subject,metric,period,value,unit,published_on,source,status,note\n"
        let text = text(file)
        #expect(text.hasPrefix(header))
        return String(text.dropFirst(header.count))
    }

    private func quantity(_ base: Int64, _ unit: Unit, _ decimals: Int) throws -> Quantity {
        try #require(Quantity(base: base, unit: unit, decimals: decimals))
    }

    @Test func `a company is written under a header that import accepts`() {
        var file = ExportFile(.companies)
        file.append(
            Company(
                ticker: "RIOT", name: "Riot Platforms, Inc.", country: "United States",
                fiscalYearEnd: 12, cik: 1_167_419, note: "=SUM(A1)"))
        #expect(
            text(file) == """
                ticker,name,country,exchange,fiscal_year_end,parent,cik,note
                RIOT,"Riot Platforms, Inc.",United States,,12,,1167419,'=SUM(A1)

                """)
    }

    @Test func `open ends of aliases and memberships are empty`() {
        var aliases = ExportFile(.aliases)
        aliases.append(Alias(alias: "KEEL", ticker: "BITF", validFrom: Day("2026-04-01")))
        #expect(
            text(aliases) == "alias,ticker,valid_from,valid_to,note\nKEEL,BITF,2026-04-01,,\n")
        var groups = ExportFile(.groups)
        groups.append(
            Membership(
                group: "us-listed", ticker: "RIOT", joinedOn: Day("2025-09-01"),
                leftOn: Day("2026-01-31")))
        #expect(
            text(groups)
                == "group,ticker,joined_on,left_on,note\nus-listed,RIOT,2025-09-01,2026-01-31,\n")
    }

    @Test func `an observation is written as it was published`() throws {
        let observation = Observation(
            subject: "IREN", metric: .revenue,
            period: try #require(Period(year: 2025, quarter: 3)),
            value: try quantity(-15_800_000_00, .millionDollars, 1),
            publishedOn: Day("2025-11-06"), source: "https://a.example/?x=1,2",
            status: .restated, note: "-5 % on before")
        #expect(
            rows(observation) == """
                IREN,revenue,2025Q3,-15.8,USD m,2025-11-06,"https://a.example/?x=1,2",restated,'-5 % on before

                """)
    }

    @Test func `unknown properties of an observation are empty`() throws {
        let observation = Observation(
            subject: "RIOT", metric: .btcHeld, period: Period(day: .last),
            value: try quantity(0, .bitcoin, 0))
        #expect(rows(observation) == "RIOT,btc_held,9999-12-31,0,BTC,,,reported,\n")
    }

    @Test func `texts are quoted where necessary and never read as formulas`() throws {
        let value = try quantity(1, .satoshi, 0)
        let day = Period(day: .first)
        let rows = rows(
            Observation(
                subject: "a,b", metric: .btcHeld, period: day, value: value,
                source: "say \"hash\"", note: "two\nlines"),
            Observation(
                subject: "é", metric: .btcHeld, period: day, value: value, source: "=1+1",
                note: "@x, y"),
            Observation(
                subject: "\tx", metric: .btcHeld, period: day, value: value,
                source: "'-", note: " "))
        #expect(
            rows == """
                "a,b",btc_held,0001-01-01,1,sat,,"say ""hash""\",reported,two\\u{A}lines
                é,btc_held,0001-01-01,1,sat,,'=1+1,reported,"'@x, y"
                \\u{9}x,btc_held,0001-01-01,1,sat,,''-,reported," "

                """)
    }

    @Test(arguments: Unit.allCases)
    func `a value is written with all its decimals, in every unit`(unit: Unit)
        throws
    {
        for decimals in 0...unit.exponent {
            let step = Int64(powerOfTen(unit.exponent - decimals))
            for mantissa in [0, 1, -1, 10, 123, .max / step, .min / step] as [Int64] {
                let value = try quantity(mantissa * step, unit, decimals)
                let observation = Observation(
                    subject: "X", metric: .cash, period: .always, value: value)
                #expect(
                    rows(observation)
                        == "X,cash,0001-01-01/9999-12-31,\(value.number),\(unit.code),,,"
                        + "reported,\n")
            }
        }
    }

    @Test func `metrics and statuses are written as codes and names`() throws {
        for metric in Metric.allCases {
            for status in Status.allCases {
                let observation = Observation(
                    subject: "X", metric: metric, period: Period(day: .first),
                    value: try quantity(0, metric.unit, 0), status: status)
                // `import` takes a single day of such a metric for a mistake, but not an interval.
                let period = metric.isPublishedDaily ? "0001-01-01" : "0001-01-01/0001-01-01"
                #expect(
                    rows(observation)
                        == "X,\(metric.code),\(period),0,\(metric.unit.code),,,\(status.name),\n")
            }
        }
    }

    @Test func `a claim is written with both periods`() throws {
        var file = ExportFile(.claims)
        let value = try #require(Quantity(base: 3_000_000, unit: .basisPoint, decimals: 0))
        file.append(
            Claim(
                publisher: "JPMorgan", subject: "us-listed",
                figure: try #require(FigureCode("gross_margin.change_bp")),
                on: try #require(Period(year: 2026, month: 1)),
                since: Period(year: 2025, month: 12),
                value: value))
        #expect(
            text(file) == """
                publisher,subject,figure,on,since,value,unit,published_on,source,note
                JPMorgan,us-listed,gross_margin.change_bp,2026-01,2025-12,300,bp,,,

                """)
    }

    @Test func `rows are dropped once they are written, and kept if writing fails`() {
        struct Full: Error {}
        var file = ExportFile(.groups)
        #expect(throws: Full.self) { try file.drain { (_) throws(Full) in throw Full() } }
        var written: [[UInt8]] = []
        for _ in 1...2 { file.drain { written.append($0) } }
        #expect(written.map(\.count) == ["group,ticker,joined_on,left_on,note\n".utf8.count, 0])
    }
}
