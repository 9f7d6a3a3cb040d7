import Foundation
import Testing

/// The book opened by another program: the sqlite3 shell.
@Suite("The sqlite3 shell")
struct SQLiteShellTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    /// The condition for the row of Riot's deployed hashrate on 2026-01-15.
    private static let riot =
        "metric = 1 AND subject = (SELECT id FROM subject WHERE code = 'RIOT') "
        + "AND period_end = strftime('%s', '2026-01-15') / 86400"

    /// Runs an SQL statement in the sqlite3 shell.
    @discardableResult
    private func sql(_ statement: String) throws -> Outcome {
        try desk.shell("sqlite3 -header minerbook.db \"\(statement)\"")
    }

    @Test func `latest_observations is easy to query`() throws {
        try sql("SELECT * FROM latest_observations WHERE subject='RIOT'").says()
            .matches(golden: "riot.txt")
    }

    @Test func `a correction by import keeps the old value`() throws {
        try desk.write(
            ImportTests.header
                + "RIOT,deployed_hashrate,2026-01-15,38.6,EH/s,,"
                + "estimate: allocation to the published group total,estimated,\n",
            to: "figure.csv")
        try desk.run("import", "figure.csv")
            .says("Import 2: 0 inserted, 0 unchanged, 1 corrected.")
        try sql(
            "SELECT code, value / 10.0, change, import FROM correction "
                + "JOIN subject ON subject.id = subject"
        ).prints("code|value / 10.0|change|import", "RIOT|38.5|update|2")
    }

    @Test(arguments: ["UPDATE observation SET value = value * 2", "DELETE FROM observation"])
    func `a correction by another program keeps the old value`(statement: String) throws {
        try sql("\(statement) WHERE \(Self.riot)")
        let change = statement.hasPrefix("UPDATE") ? "update" : "delete"
        try sql("SELECT value / 10.0, change, import IS NULL AS outside FROM correction")
            .prints("value / 10.0|change|outside", "38.5|\(change)|1")
        try desk.run("check")
    }

    @Test func `check finds an invalid row`() throws {
        let sound = try desk.run("check")
        #expect(sound.stderr.hasSuffix("\nminerbook.db is sound.\n"), sound.comment)
        try sql(
            "UPDATE observation SET period_offset = -5 WHERE \(Self.riot)")
        try desk.run("check", "--quiet", exits: 1).says(
            "Error: minerbook.db: RIOT deployed_hashrate 2026-01-10/2026-01-15: is a figure at a "
                + "date, but spans several days")
    }

    @Test func `check finds a row that refers to a missing subject`() throws {
        try sql("UPDATE membership SET company = 9999 WHERE company = 2")
        let found = try desk.run("check", "--quiet", exits: 1)
        #expect(
            found.stderr
                == "Error: minerbook.db: a row of membership names a subject that is missing\n",
            found.comment)
    }

    @Test func `a book in WAL mode is a single file again after the next import`()
        throws
    {
        let export = try desk.run("export").bytes
        try sql("PRAGMA journal_mode = WAL")
        try desk.run(["import"] + Desk.sampleData)
        #expect(try desk.run("export").bytes == export)
    }

    @Test func `hostile text written by another program is printed harmlessly`() throws {
        try sql("UPDATE subject SET name = char(27) || '[2J' || char(10) || 'x' WHERE code='RIOT'")
        let table = try desk.run("list", "companies")
        #expect(table.stdout.contains("\\u{1B}[2J\\u{A}x"), table.comment)
        #expect(!table.stdout.contains("\u{1B}"), table.comment)
        try sql("UPDATE subject SET code = 'a' || char(27) || 'b' WHERE code = 'us-listed'")
        try desk.run("report", "sector", "--group", "ab", exits: 64)
            .says("Error: there is no group ab; there are a\\u{1B}b")
    }
}
