import Foundation
import Importing
import Mining
import Testing

/// Every file of SampleData, read as one call would read them.
@Suite("Sample data")
struct SampleDataTests {
    private static let folder = repositoryFolder.appending(path: "SampleData")

    private func read(_ name: String, roster: Roster = Roster()) throws -> Reading {
        let data = try Data(contentsOf: Self.folder.appending(path: name))
        return Reading(Array(data), name: name, roster: roster)
    }

    private func roster() throws -> Roster {
        let companies = try read("companies.csv").companies.map(\.value)
        let bare = Roster(companies: companies)
        return Roster(
            companies: companies,
            groups: try read("groups.csv", roster: bare).memberships.map(\.value.group),
            aliases: try read("aliases.csv", roster: bare).aliases.map(\.value))
    }

    @Test(
        "every file reads without a problem",
        arguments: [
            ("companies.csv", .companies, 19, 19, 0), ("aliases.csv", .aliases, 11, 11, 0),
            ("groups.csv", .groups, 14, 14, 0),
            ("company_figures.csv", .observations, 349, 349, 0),
            ("company_filings.csv", .observations, 780, 780, 0),
            ("hpc.csv", .observations, 28, 28, 0), ("prices.csv", .observations, 2519, 2519, 0),
            ("network.csv", .observations, 557, 557, 0),
            ("network_daily.csv", .observations, 4435, 4435, 0),
            ("group_figures.csv", .observations, 2, 2, 0),
            ("snapshot-2026-01.csv", .observations, 17, 19, 15),
            ("claims.csv", .claims, 240, 240, 0),
        ] as [(String, FileKind, Int, Int, Int)])
    func everyFile(name: String, kind: FileKind, rows: Int, values: Int, missing: Int) throws {
        let reading = try read(name, roster: roster())
        #expect(reading.diagnostics.problems.map(\.description) == [])
        #expect(reading.diagnostics.warningCount == 0)
        #expect(reading.kind == kind)
        #expect(reading.counts.rows == rows)
        #expect(reading.counts.values == values)
        #expect(reading.counts.missing == missing)
        #expect(reading.counts.rejected == 0)
        #expect(reading.counts.rounded == 0)
    }

    @Test func `every file of the folder is tested`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(names.filter { $0.hasSuffix(".csv") }.count == 12)
    }

    @Test func `the figures of the fourth quarter are read correctly`() throws {
        let figures = try read("company_figures.csv", roster: roster()).observations
        let deployed = figures.filter {
            $0.value.subject == "BTDR" && $0.value.metric == .deployedHashrate
                && $0.value.period == period("2025-12-31")
        }
        #expect(deployed.count == 1)
        #expect(deployed.first?.line == 10)
        #expect(
            deployed.first?.value
                == Observation(
                    subject: "BTDR", metric: .deployedHashrate, period: period("2025-12-31"),
                    value: try #require(quantity(55_200_000_000_000, .exahashPerSecond, 1)),
                    source: "https://viralmag.fr/bitdeer-defie-mara-pour-la-couronne-du-minage-"
                        + "bitcoin",
                    note: "self-mining; +9.5 EH/s on November"))

        let snapshot = try read("snapshot-2026-01.csv", roster: roster()).observations
        let riot = snapshot.filter { $0.value.subject == "RIOT" }
        #expect(riot.map(\.value.metric) == [.deployedHashrate])
        #expect(riot.map(\.value.value.description) == ["38.5 EH/s"])
        #expect(riot.map(\.value.status) == [.estimated])

        let network = try read("network.csv", roster: roster()).observations
        #expect(network.first?.value.period == period("2024-01"))
        #expect(network.first?.value.status == .aggregated)
    }

    @Test func `companies, aliases, groups and claims are read correctly`() throws {
        let companies = try read("companies.csv").companies
        #expect(companies[1].line == 3)
        #expect(companies[1].value.name == "Riot Platforms, Inc.")
        #expect(companies.map(\.value).first { $0.ticker == "CLSK" }?.fiscalYearEnd == 9)
        #expect(companies.map(\.value).first { $0.ticker == "ABTC" }?.parent == "HUT")
        #expect(companies.map(\.value).first { $0.ticker == "ARBK" }?.country == nil)

        let aliases = try read("aliases.csv", roster: roster()).aliases.map(\.value)
        let keel = aliases.first { $0.alias == "KEEL" }
        #expect(keel?.ticker == "BITF")
        #expect(keel?.validFrom == day("2026-04-01"))
        #expect(keel?.validTo == nil)

        let claims = try read("claims.csv", roster: roster()).claims.map(\.value)
        #expect(claims[0].figure == FigureCode(.companies))
        #expect(claims[0].value == quantity(14, .count, 0))
        #expect(claims[0].publishedOn == day("2024-04-17"))
        #expect(claims[3].figure == FigureCode(.marketCap, change: .percent))
        #expect(claims[3].since == period("2024-03-31"))
        #expect(claims[3].value == quantity(-28_000_000, .percent, 0))
        #expect(claims[10].value.description == "49000 USD/EH/day")
    }
}
