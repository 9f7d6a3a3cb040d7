import Foundation
import TestSupport
import Testing

/// The lake that `export --lake` writes, and what changes in it when the book does.
@Suite("Lakes")
struct LakeTests {
    let desk: Desk
    private static let header = "subject,metric,period,value,unit,published_on,note\n"

    /// A book with two companies as import 1 and figures as import 2.
    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\nMARA,MARA Holdings\n", to: "miners.csv")
        try desk.run("import", "miners.csv")
        try figures(
            "RIOT,btc_mined,2025-12,460,BTC,2026-01-05,", "RIOT,btc_mined,2026-01,440,BTC,,",
            "MARA,deployed_hashrate,2025-12-31,60400,PH/s,,'=1+1")
    }

    private func figures(_ rows: String...) throws {
        let text = Self.header + rows.map { $0 + "\n" }.joined()
        try desk.run("import", "-", input: text)
    }

    @discardableResult
    private func export(at location: SourceLocation = #_sourceLocation) throws -> Outcome {
        try desk.run("export", "--lake", "lake", at: location)
    }

    /// The lines of the only file of a partition.
    private func lines(_ partition: String, of lake: LakeFiles) throws -> [String] {
        let path = try #require(lake.paths.first { $0.hasPrefix("observations/\(partition)-") })
        let unpacked = try desk.shell("gzip -dc 'lake/\(path)'")
        return Array(unpacked.lines.dropFirst())
    }

    @Test func `a lake has a file for each metric, year and import, a manifest and views`() throws {
        try export().says("Wrote the lake lake: 16 files new, 0 unchanged, 0 removed.")
        let lake = try LakeFiles(of: desk)
        #expect(
            lake.partitions == [
                "metric=btc_mined/year=2025/import-000002",
                "metric=btc_mined/year=2026/import-000002",
                "metric=deployed_hashrate/year=2025/import-000002",
            ])
        let others = lake.paths.filter { !$0.contains("/") }
        #expect(others == ["manifest.json", "views-spark.sql", "views.sql"])
        #expect(try lake.named() == lake.paths.filter { $0.contains("/") })
        #expect(
            try lines("metric=deployed_hashrate/year=2025/import-000002", of: lake) == [
                "MARA,2025-12-31,2025-12-31,2025-12-31,60.4,EH/s,60400 PH/s,reported,0,,,'=1+1,2,"
                    + "stdin,4,2,"
            ])
        #expect(
            try lines("metric=btc_mined/year=2025/import-000002", of: lake) == [
                "RIOT,2025-12,2025-12-01,2025-12-31,460,BTC,460 BTC,reported,0,2026-01-05,,,2,stdin,"
                    + "2,2,"
            ])
    }

    @Test func `a manifest has the size and digest of each file, and counts of each snapshot`()
        throws
    {
        try export()
        let lake = try LakeFiles(of: desk)
        for file in try lake.entries("files") {
            let path = try #require(file["path"] as? String)
            #expect(file["bytes"] as? Int == lake.contents[path]?.count)
            let digest = try desk.shell("sha256sum 'lake/\(path)'").stdout.prefix(64)
            #expect(file["sha256"] as? String == String(digest))
            let rows = try desk.shell("gzip -dc 'lake/\(path)'").lines.count - 1
            #expect(file["rows"] as? Int == rows)
        }
        let counts = try lake.entries("snapshots").map { snapshot in
            ["import", "added", "ended", "observations"].map { snapshot[$0] as? Int }
        }
        #expect(counts == [[1, 0, 0, 0], [2, 3, 0, 3]])
    }

    @Test func `an export of the same book changes nothing, byte for byte`() throws {
        try export()
        let before = try LakeFiles(of: desk)
        try export().says("Wrote the lake lake: 0 files new, 16 unchanged, 0 removed.")
        #expect(try LakeFiles(of: desk).contents == before.contents)
        try desk.run("export", "--lake", "other")
        #expect(try LakeFiles("other", of: desk).contents == before.contents)
    }

    @Test func `an import adds files, and leaves those of other imports`() throws {
        try export()
        let before = try LakeFiles(of: desk)
        try figures("RIOT,btc_mined,2025-11,428,BTC,,")
        // The file of the figure, the lists of imports and of their files, and the manifest.
        try export().says("Wrote the lake lake: 4 files new, 13 unchanged, 2 removed.")
        let after = try LakeFiles(of: desk)
        #expect(
            after.partitions.filter { !before.partitions.contains($0) }
                == ["metric=btc_mined/year=2025/import-000003"])
        for path in before.paths where path.hasPrefix("observations/") {
            #expect(after.contents[path] == before.contents[path])
        }
        #expect(try after.named() == after.paths.filter { $0.contains("/") })
    }

    @Test func `a correction ends the row that it replaces, and keeps it`() throws {
        try export()
        try figures("RIOT,btc_mined,2025-12,461,BTC,2026-01-05,")
        try export().says("Wrote the lake lake: 5 files new, 12 unchanged, 3 removed.")
        let lake = try LakeFiles(of: desk)
        let old = try lines("metric=btc_mined/year=2025/import-000002", of: lake)
        #expect(
            old.map { $0.hasSuffix(",460 BTC,reported,0,2026-01-05,,,2,stdin,2,2,3") } == [true])
        let new = try lines("metric=btc_mined/year=2025/import-000003", of: lake)
        #expect(
            new.map { $0.hasSuffix(",461 BTC,reported,0,2026-01-05,,,3,stdin,2,3,") } == [true])
        let counts = try lake.entries("snapshots").map { $0["observations"] as? Int }
        #expect(counts == [0, 3, 3])
    }

    @Test func `undo makes the observations as they were before the import`() throws {
        try export()
        let before = try LakeFiles(of: desk)
        try figures(
            "RIOT,btc_mined,2025-12,461,BTC,2026-01-05,", "MARA,btc_mined,2024-12,700,BTC,,")
        try export()
        try desk.run("undo", "3")
        try export()
        let after = try LakeFiles(of: desk)
        func observations(_ lake: LakeFiles) -> [String: Data] {
            lake.contents.filter { $0.key.hasPrefix("observations/") }
        }
        #expect(observations(after) == observations(before))
        #expect(try after.entries("snapshots").compactMap { $0["import"] as? Int } == [1, 2])
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: desk.folder.appending(path: "lake/observations/metric=btc_mined").path)
        #expect(folders.sorted() == ["year=2025", "year=2026"], "empty folders are removed")
    }

    @Test func `a retracted figure has the retraction as its end`() throws {
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2026-01")
        try export()
        let lake = try LakeFiles(of: desk)
        let rows = try lines("metric=btc_mined/year=2026/import-000002", of: lake)
        #expect(rows.map { $0.hasSuffix(",2,stdin,3,2,3") } == [true])
        let counts = try lake.entries("snapshots").map { $0["observations"] as? Int }
        #expect(counts == [0, 3, 2])
    }

    @Test func `a row of another program has no import and is in every snapshot`() throws {
        try desk.shell(
            """
            sqlite3 minerbook.db "INSERT INTO observation SELECT subject, metric, period_end, \
            period_offset, published_on + 1, source, 7, unit, 0, status, char(10) || 'x', NULL, NULL \
            FROM observation WHERE published_on > 0"
            """)
        try export()
        let lake = try LakeFiles(of: desk)
        #expect(
            try lines("metric=btc_mined/year=2025/import-000000", of: lake) == [
                "RIOT,2025-12,2025-12-01,2025-12-31,7,BTC,7 BTC,reported,0,2026-01-06,,\\u{A}x,,,,0,"
            ])
        let counts = try lake.entries("snapshots").map { $0["observations"] as? Int }
        #expect(counts == [1, 4])
    }

    /// Rows of the year 2025 with their snapshots: `461 3..<4`.
    private func versions(_ metric: String) throws -> [String] {
        try export()
        let lake = try LakeFiles(of: desk)
        return try lake.partitions.filter { $0.hasPrefix("metric=\(metric)/year=2025") }
            .flatMap { try lines($0, of: lake) }
            .map { line in
                let cells = line.split(separator: ",", omittingEmptySubsequences: false)
                return "\(cells[4]) \(cells[15])..<\(cells[16])"
            }
    }

    @Test func `no snapshot has two versions of a figure that another program wrote again`()
        throws
    {
        let insert = """
            INSERT INTO observation SELECT subject, metric, period_end, period_offset, \
            published_on, source, 7, unit, 0, status, NULL, NULL, NULL FROM correction
            """
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2025-12")
        try desk.shell("sqlite3 minerbook.db '\(insert)'")
        #expect(try versions("btc_mined") == ["7 3..<", "460 2..<3"])
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2025-12")
        #expect(try versions("btc_mined") == ["7 3..<4", "460 2..<3"])
        let counts = try LakeFiles(of: desk).entries("snapshots")
            .map { $0["observations"] as? Int }
        #expect(counts == [0, 3, 3, 2])
    }

    @Test func `what another program puts in place of a correction is in the snapshots after it`()
        throws
    {
        try figures("RIOT,btc_mined,2025-12,461,BTC,2026-01-05,")
        try desk.shell(
            """
            sqlite3 minerbook.db "INSERT OR REPLACE INTO observation SELECT subject, metric, \
            period_end, period_offset, published_on, source, 7, unit, 0, status, NULL, NULL, NULL \
            FROM correction"
            """)
        #expect(try versions("btc_mined") == ["7 3..<", "460 2..<3"])
    }

    @Test func `a lake of a book without figures has the columns`() throws {
        try desk.run("--database", "new.db", "init")
        try desk.run("--database", "new.db", "export", "--lake", "lake")
        let lake = try LakeFiles(of: desk)
        #expect(lake.partitions == ["metric=deployed_hashrate/year=1/import-000000"])
        #expect(try lake.entries("snapshots").isEmpty)
        #expect(
            try lines("metric=deployed_hashrate/year=1/import-000000", of: lake).isEmpty)
    }

    @Test func `a file of many rows is continued in another one`() throws {
        let rows = (0..<100_001).map { row in
            "BTC,btc_price,2025-12-31,\(80_000 + row % 9),USD/BTC,,https://example.com/\(row)\n"
        }
        try desk.run(
            "import", "-", "--period-of", "day",
            input: "subject,metric,period,value,unit,published_on,source\n" + rows.joined())
        try export()
        let lake = try LakeFiles(of: desk)
        let files = try lake.entries("files").filter { $0["metric"] as? String == "btc_price" }
        #expect(files.compactMap { $0["rows"] as? Int }.sorted() == [1, 100_000])
    }
}
