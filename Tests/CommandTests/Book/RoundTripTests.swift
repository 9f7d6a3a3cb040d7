import Foundation
import TestSupport
import Testing

/// Importing an export gives the same book, and the order of imports does not matter.
@Suite("Round trips")
struct RoundTripTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    private static let files = [
        "aliases", "claims", "companies", "groups", "observations", "share_basis",
    ]
    .map { "\($0).csv" }

    @Test func `share facts come back from an export, and can be undone`() throws {
        try desk.write(
            "ticker,from,ads_ratio,split,source,note\nCAN,,15,,https://example.com/20-f,=1\n"
                + "RIOT,2025-08-01,,25-for-1,,\n", to: "shares.csv")
        try desk.run("import", "shares.csv")
            .says("Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try desk.run("list", "share_basis", "--format", "csv").prints(
            """
            ticker,from,ads_ratio,split,source,note
            CAN,,15,,https://example.com/20-f,'=1
            RIOT,2025-08-01,,25:1,,
            """)
        try desk.run("export", "--output", "out")
        try desk.run(["import", "--database", "copy.db"] + Self.files.map { "out/\($0)" })
        try desk.run("--database", "copy.db", "export", "--output", "second")
        #expect(
            try desk.bytes(of: "out/share_basis.csv") == desk.bytes(of: "second/share_basis.csv"))
        try desk.run("undo", "2")
        try desk.run("list", "share_basis", "--format", "csv")
            .prints("ticker,from,ads_ratio,split,source,note")
    }

    @Test func `importing an exported folder gives a book with the same export`() throws {
        try desk.run("export", "--output", "first").says(
            "Wrote companies.csv, aliases.csv, share_basis.csv, groups.csv, observations.csv, "
                + "claims.csv to first.")
        try desk.run(
            ["import", "--database", "copy.db"] + Self.files.map { "first/\($0)" })
        try desk.run("--database", "copy.db", "export", "--output", "second")
        for file in Self.files {
            #expect(
                try desk.bytes(of: "first/\(file)") == desk.bytes(of: "second/\(file)"), "\(file)")
        }
        let export = try desk.run("export").says().bytes
        #expect(try desk.run("export", "--database", "copy.db").bytes == export)
        #expect(try desk.bytes(of: "first/observations.csv") == export)
        #expect(try reports(of: "copy.db") == reports(of: "minerbook.db"))
    }

    @Test func `a single day of a figure over a period is exported so that it can be imported`()
        throws
    {
        let rows = [
            "subject,metric,period,value,unit,published_on,source,status,note",
            "BTC,network_hashrate,2025-12-31,1000,EH/s,,,reported,",
            "RIOT,btc_mined,2025-11-30/2025-11-30,14,BTC,,,reported,",
            "RIOT,btc_mined,2025-12-31/2025-12-31,15,BTC,,,reported,",
            "RIOT,btc_held,2025-12-31,18005,BTC,,,reported,",
        ]
        let desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\n", to: "c.csv")
        try desk.write(rows.map { $0 + "\n" }.joined(), to: "f.csv")
        try desk.run("import", "c.csv", "f.csv").says(
            "Import 1: 5 inserted, 0 unchanged, 0 corrected.")
        let exported = try desk.run("export")
        #expect(Set(exported.lines) == Set(rows))
        try desk.write(exported.stdout, to: "again.csv")
        try desk.run("import", "again.csv").says(
            "Nothing new: 0 inserted, 4 unchanged, 0 corrected.")
        try desk.run("log", "RIOT", "btc_mined=15", "--on", "2025-10-31", "--source", "x").says(
            "Warning: log:2: btc_mined: is measured over a period, but 2025-10-31 is a single day; "
                + "if it stands for a longer period, write that, such as 2025-10",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `months that are quarters apart are exported so that they can be imported`() throws {
        let rows = [
            "subject,metric,period,value,unit,published_on,source,status,note",
            "MARA,btc_mined,2025-03,829,BTC,,,reported,",
            "MARA,btc_mined,2025-06-01/2025-06-30,713,BTC,,,reported,",
            "MARA,btc_mined,2025-07,703,BTC,,,reported,",
            "MARA,revenue,2024-12-01/2024-12-31,5,USD m,,,reported,",
            "MARA,revenue,2025-12-01/2025-12-31,6,USD m,,,reported,",
            "RIOT,revenue,2025-12,4,USD m,,,reported,",
        ]
        let desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\nMARA,MARA\n", to: "c.csv")
        try desk.write(rows.map { $0 + "\n" }.joined(), to: "f.csv")
        try desk.run("import", "c.csv", "f.csv").says(
            "Import 1: 8 inserted, 0 unchanged, 0 corrected.")
        let exported = try desk.run("export")
        #expect(
            exported.lines
                == rows.map { $0.replacing("2024-12-01/2024-12-31", with: "2024-12") })
        try desk.write(exported.stdout, to: "again.csv")
        try desk.run("import", "again.csv").says(
            "Nothing new: 0 inserted, 6 unchanged, 0 corrected.")
    }

    @Test func `an export replaces the files of an earlier one`() throws {
        try desk.run("export", "--output", "out")
        let before = try desk.bytes(of: "out/claims.csv")
        try desk.write("something else", to: "out/claims.csv")
        try desk.run("export", "--output", "out")
        #expect(try desk.bytes(of: "out/claims.csv") == before)
        let names = try FileManager.default.contentsOfDirectory(
            atPath: desk.folder.appending(path: "out").path)
        #expect(names.sorted() == Self.files)
    }

    @Test func `importing an export into its own book changes nothing`() throws {
        try desk.run("export", "--output", "out")
        try desk.run(["import"] + Self.files.map { "out/\($0)" })
            .says(golden: "import-export-again.txt")
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `rows in any order, in any number of files and imports, give the same book`(seed: UInt64)
        throws
    {
        var random = SeededGenerator(seed: seed)
        try desk.run("export", "--output", "out")
        try desk.run(
            "import", "--database", "mixed.db", "out/companies.csv", "out/aliases.csv",
            "out/groups.csv")
        for call in try calls(of: ["out/observations.csv", "out/claims.csv"], &random) {
            // Dealt rows can leave only the months at the ends of quarters in a file.
            try desk.run(["import", "--period-of", "day", "--database", "mixed.db"] + call)
        }
        let mixed = try desk.run("export", "--database", "mixed.db")
        #expect(try mixed.bytes == desk.run("export").bytes)
        #expect(try reports(of: "mixed.db") == reports(of: "minerbook.db"))
    }

    /// Shuffles the rows of files and distributes them over new files, and these over several imports.
    private func calls(of files: [String], _ random: inout SeededGenerator) throws -> [[String]] {
        var parts: [String] = []
        for file in files {
            var rows = try desk.text(of: file).split(separator: "\n").map(String.init)
            let header = rows.removeFirst()
            rows.shuffle(using: &random)
            let count = Int.random(in: 1...4, using: &random)
            for part in 0..<count {
                let dealt = rows.indices.filter { $0 % count == part }.map { rows[$0] }
                let name = "\(parts.count).csv"
                try desk.write(([header] + dealt).joined(separator: "\n") + "\n", to: name)
                parts.append(name)
            }
        }
        parts.shuffle(using: &random)
        var calls: [[String]] = []
        while !parts.isEmpty {
            let count = Int.random(in: 1...parts.count, using: &random)
            calls.append(Array(parts.prefix(count)))
            parts.removeFirst(count)
        }
        return calls
    }

    /// The output of several commands, for comparing two books.
    private func reports(of book: String) throws -> [String] {
        try [
            SectorReportTests.question + ["--format", "json"],
            SectorReportTests.question + ["--known-on", "2026-01-16", "--format", "json"],
            ["report", "sector"], ["show", "MARA", "--vintages"],
            ["list", "claims", "--format", "csv"], ["list", "sources"], ["list", "groups"],
        ].map { try desk.run($0 + ["--database", book]).stdout }
    }
}
