import Mining
import Testing

@testable import Exporting

@Suite("Sheets")
struct SheetTests {
    private func text(_ sheet: consuming Sheet) -> String {
        String(decoding: sheet.take(), as: UTF8.self)
    }

    @Test func `a company is written under the header that import knows`() {
        var sheet = Sheet(.companies)
        sheet.append(
            Company(
                ticker: "RIOT", name: "Riot Platforms, Inc.", country: "United States",
                fiscalYearEnd: 12, note: "=SUM(A1)"))
        #expect(
            text(sheet) == """
                ticker,name,country,exchange,fiscal_year_end,parent,note
                RIOT,"Riot Platforms, Inc.",United States,,12,,'=SUM(A1)

                """)
    }

    @Test func `aliases and memberships leave open days empty`() {
        var aliases = Sheet(.aliases)
        aliases.append(Alias(alias: "KEEL", ticker: "BITF", validFrom: Day("2026-04-01")))
        #expect(
            text(aliases) == "alias,ticker,valid_from,valid_to,note\nKEEL,BITF,2026-04-01,,\n")
        var groups = Sheet(.groups)
        groups.append(
            Membership(
                group: "us-listed", ticker: "RIOT", joinedOn: Day("2025-09-01"),
                leftOn: Day("2026-01-31")))
        #expect(
            text(groups)
                == "group,ticker,joined_on,left_on,note\nus-listed,RIOT,2025-09-01,2026-01-31,\n")
    }

    @Test func `an observation is written as it was printed`() throws {
        var sheet = Sheet(.observations)
        let value = try #require(Quantity(base: -15_800_000_00, unit: .millionDollars, decimals: 1))
        sheet.append(
            Observation(
                subject: "IREN", metric: .revenue,
                period: try #require(Period(year: 2025, quarter: 3)),
                value: value, publishedOn: Day("2025-11-06"), source: "https://a.example/?x=1,2",
                status: .restated, note: "-5 % on before"))
        #expect(
            text(sheet) == """
                subject,metric,period,value,unit,published_on,source,status,note
                IREN,revenue,2025Q3,-15.8,USD m,2025-11-06,"https://a.example/?x=1,2",restated,'-5 % on before

                """)
    }

    @Test func `a claim keeps its two periods`() throws {
        var sheet = Sheet(.claims)
        let value = try #require(Quantity(base: 3_000_000, unit: .basisPoint, decimals: 0))
        sheet.append(
            Claim(
                publisher: "JPMorgan", subject: "us-listed",
                figure: try #require(FigureCode("gross_margin.change_bp")),
                on: try #require(Period(year: 2026, month: 1)),
                since: Period(year: 2025, month: 12),
                value: value))
        #expect(
            text(sheet) == """
                publisher,subject,figure,on,since,value,unit,published_on,source,note
                JPMorgan,us-listed,gross_margin.change_bp,2026-01,2025-12,300,bp,,,

                """)
    }

    @Test func `what was taken is gone`() {
        var sheet = Sheet(.groups)
        #expect(sheet.count > 0)
        _ = sheet.take()
        #expect(sheet.take().isEmpty)
    }
}
