import TestSupport
import Testing

@Suite("A book in use")
struct BusyCommandTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    /// Runs `command` while the sqlite3 shell has executed `sql` and waits for `seconds`.
    private func run(_ command: String, while sql: String, for seconds: Int) throws -> Outcome {
        try desk.shell(
            """
            (echo "\(sql);"; touch begun; sleep \(seconds)) | sqlite3 minerbook.db > shell.txt &
            while [ ! -e begun ]; do sleep 0.1; done
            sleep 0.5
            \(command) || echo "exit code $?"
            wait
            """)
    }

    @Test func `the message names the program that uses the book`() throws {
        let outcome = try run(
            "minerbook import companies.csv --wait 0", while: "BEGIN EXCLUSIVE", for: 3)
        #expect(outcome.stdout == "exit code 75\n", outcome.comment)
        let message =
            /Error: minerbook\.db: is in use by sqlite3 \(process \d+\); try again, or wait longer, such as with --wait 60\n/
        #expect(outcome.stderr.wholeMatch(of: message) != nil, outcome.comment)
    }

    @Test func `another program is waited for`() throws {
        let outcome = try run("minerbook check", while: "BEGIN EXCLUSIVE", for: 2)
        #expect(outcome.stdout == "", outcome.comment)
        #expect(outcome.stderr == "minerbook.db is sound.\n", outcome.comment)
    }

    @Test func `a book that another program has in WAL mode is waited for`() throws {
        let outcome = try run(
            "minerbook import companies.csv",
            while: "PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM import", for: 2)
        #expect(
            outcome.stderr == "Nothing new: 0 inserted, 1 unchanged, 0 corrected.\n",
            outcome.comment)
        let refused = try run(
            "minerbook import companies.csv --wait 0",
            while: "PRAGMA journal_mode = WAL; BEGIN; SELECT count(*) FROM import", for: 2)
        #expect(refused.stdout == "exit code 75\n", refused.comment)
    }

    @Test(arguments: ["-1", "1.5", "soon", "86401"])
    func `the time to wait is whole seconds`(time: String) throws {
        let refused = try desk.run("check", "--wait=\(time)", exits: 64)
        #expect(
            refused.stderr.hasPrefix(
                "Error: The value '\(time)' is invalid for '--wait <seconds>'"),
            refused.comment)
    }
}
