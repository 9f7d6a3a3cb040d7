import Mining
import TestSupport
import Testing

@testable import Exporting

@Suite("Files of a lake")
struct LakeFileTests {
    private func text(_ file: consuming LakeFile) -> String {
        var text = ""
        file.drain { text += String(decoding: $0, as: UTF8.self) }
        return text
    }

    /// The row of an observation.
    private func row(_ observation: Observation, end: Int? = nil) -> String {
        let batch = ObservationBatch([Located(value: observation, line: 7)])
        var file = LakeFile(.observations)
        file.append(
            batch, at: 0, from: LakeOrigin(importNumber: 12, file: "q4.csv"),
            in: LakeSnapshots(first: 12, end: end))
        #expect(file.rowCount == 1)
        return String(text(file).split(separator: "\n")[1])
    }

    @Test func `an observation has its exact value in the unit of the metric and as printed`()
        throws
    {
        let observation = try Observation(
            "RIOT", .deployedHashrate, "2025-12-31", "38500 PH/s", published: "2026-01-05",
            source: "https://riot.example", status: .aggregated, note: "a, b")
        #expect(
            row(observation, end: 15)
                == "RIOT,2025-12-31,2025-12-31,2025-12-31,38.5,EH/s,38500 PH/s,aggregated,1,"
                + "2026-01-05,https://riot.example,\"a, b\",12,q4.csv,7,12,15")
    }

    @Test func `what is unknown is empty, and a negative number is no formula`() throws {
        let observation = try Observation(
            "RIOT", .powerCredits, "2025Q4", "-12.50 USD m", source: "=1+1", note: "-x")
        #expect(
            row(observation)
                == "RIOT,2025Q4,2025-10-01,2025-12-31,-12500000,USD,-12.50 USD m,reported,0,,'=1+1,"
                + "'-x,12,q4.csv,7,12,")
    }

    @Test func `a row of another program has no import, file and line`() {
        var file = LakeFile(.companies)
        file.append(
            Company(ticker: "RIOT", name: "Riot\u{202E}", cik: 7), from: nil,
            in: LakeSnapshots(first: 0, end: nil))
        #expect(
            text(file) == """
                ticker,name,country,exchange,fiscal_year_end,parent,cik,note,import,file,line,\
                from_import,until_import
                RIOT,Riot\\u{202E},,,,,7,,,,,0,

                """)
    }

    @Test func `every other kind of row has all of its columns`() throws {
        let origin = Origin(importNumber: 3, file: "x.csv", line: 9)
        let snapshots = LakeSnapshots(first: 3, end: 4)
        func second(_ table: LakeTable, _ append: (inout LakeFile) -> Void) -> String {
            var file = LakeFile(table)
            append(&file)
            return String(text(file).split(separator: "\n")[1])
        }
        #expect(
            second(.aliases) {
                $0.append(
                    Alias(alias: "KEEL", ticker: "BITF", validFrom: Day("2026-04-01")),
                    from: origin, in: snapshots)
            } == "KEEL,BITF,2026-04-01,,,3,x.csv,9,3,4")
        #expect(
            second(.shareBasis) {
                $0.append(
                    ShareBasis(
                        ticker: "CAN", adsRatio: ShareRatio(15, 1), split: ShareRatio(1, 20),
                        source: "s"), from: origin, in: snapshots)
            } == "CAN,,15:1,1:20,s,,3,x.csv,9,3,4")
        #expect(
            second(.groups) {
                $0.append(
                    Membership(group: "us-listed", ticker: "RIOT", leftOn: Day("2026-01-31")),
                    from: origin, in: snapshots)
            } == "us-listed,RIOT,,2026-01-31,,3,x.csv,9,3,4")
        let claim = try Claim(
            "JPMorgan", "hashrate.change", "2026-01", since: "2025-12-31", "-1.50 EH/s")
        #expect(
            second(.claims) { $0.append(claim, from: origin, in: snapshots) }
                == "JPMorgan,us-listed,hashrate.change,2026-01,2026-01-01,2026-01-31,2025-12-31,"
                + "2025-12-31,2025-12-31,-1.50,EH/s,-1.50 EH/s,,,,3,x.csv,9,3,4")
    }

    @Test func `names of metrics are safe as names of folders`() {
        let letters = Set("abcdefghijklmnopqrstuvwxyz0123456789_")
        for metric in Metric.allCases {
            #expect(!metric.code.isEmpty && metric.code.allSatisfy(letters.contains))
        }
    }

    private let digest = String(repeating: "0123456789abcdef", count: 4)

    @Test func `a data file has its partition and a digest of its content in its path`() {
        let partition = LakePartition(metric: .btcMined, year: 2025, importNumber: 12)
        #expect(
            LakeLayout.path(of: .observations, partition, sha256: digest)
                == "observations/metric=btc_mined/year=2025/import-000012-0123456789abcdef.csv.gz")
        #expect(
            LakeLayout.path(of: .shareBasis, nil, sha256: digest)
                == "share_basis/share_basis-0123456789abcdef.csv.gz")
        let late = LakePartition(metric: .btcMined, year: 9999, importNumber: 12_345_678)
        let paths =
            LakeTable.allCases.filter { $0 != .observations }
            .map { LakeLayout.path(of: $0, nil, sha256: digest) }
            + [partition, late].map { LakeLayout.path(of: .observations, $0, sha256: digest) }
        for path in paths { #expect(LakeLayout.isDataFile(path)) }
    }

    @Test(arguments: [
        "manifest.json", "companies", "companies/notes.txt",
        "companies/aliases-0123456789abcdef.csv.gz",
        "companies/companies-0123456789ABCDEF.csv.gz", "companies/companies-0123.csv.gz",
        "companies/old/companies-0123456789abcdef.csv.gz", "companies-0123456789abcdef.csv.gz",
        "observations/observations-0123456789abcdef.csv",
        "../companies/companies-0123456789abcdef.csv.gz",
        "observations/metric=btc/import-000001-0123456789abcdef.csv.gz",
        "observations/metric=btc/year=x/import-000001-0123456789abcdef.csv.gz",
        "observations/metric=../year=2025/import-000001-0123456789abcdef.csv.gz",
        "observations/metric=btc/year=2025/import-one-0123456789abcdef.csv.gz",
        "observations/metric=btc/year=2025/more/import-000001-0123456789abcdef.csv.gz", "",
    ])
    func `a file with any other path is none of a lake`(path: String) {
        #expect(!LakeLayout.isDataFile(path))
    }

    @Test func `a manifest lists snapshots and files in the order of their paths`() {
        let partition = LakePartition(metric: .btcMined, year: 2025, importNumber: 2)
        let manifest = LakeManifest(
            program: "0.1.0",
            snapshots: [
                .init(
                    importNumber: 2, recorded: "2026-01-15T12:00:00Z", added: 3, ended: 1,
                    observations: 5)
            ],
            files: [
                .init(
                    table: .observations, path: "observations/b.csv.gz", partition: partition,
                    rows: 3, bytes: 99, sha256: "ab"),
                .init(
                    table: .companies, path: "companies/a.csv.gz", partition: nil, rows: 1,
                    bytes: 9,
                    sha256: "cd"),
            ])
        #expect(
            manifest.json == """
                {"minerbook_lake": 1, "program": "0.1.0",
                "snapshots": [
                {"import": 2, "recorded": "2026-01-15T12:00:00Z", "added": 3, "ended": 1, \
                "observations": 5}
                ],
                "files": [
                {"table": "companies", "path": "companies/a.csv.gz", "metric": null, "year": null, \
                "import": null, "rows": 1, "bytes": 9, "sha256": "cd"},
                {"table": "observations", "path": "observations/b.csv.gz", "metric": "btc_mined", \
                "year": 2025, "import": 2, "rows": 3, "bytes": 99, "sha256": "ab"}
                ]}

                """)
        #expect(LakeManifest.version(of: manifest.json) == 1)
        #expect(LakeManifest.version(of: "{\"minerbook_lake\": 23, ") == 23)
        #expect(LakeManifest.version(of: "{\"version\": 1}") == nil)
        #expect(
            LakeManifest(program: "0.1.0", snapshots: [], files: []).json
                == "{\"minerbook_lake\": 1, \"program\": \"0.1.0\",\n\"snapshots\": [],\n"
                + "\"files\": []}\n")
    }
}
