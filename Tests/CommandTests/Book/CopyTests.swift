import Foundation
import Testing

/// Copying a book to a new file: what the copy has, and what is refused.
@Suite("Copy")
struct CopyTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\nMARA,MARA Holdings\n", to: "miners.csv")
        try desk.write(
            """
            subject,metric,period,value,unit,source,published_on
            RIOT,btc_mined,2025-12,460,BTC,https://example.com/1,2026-01-05
            MARA,btc_mined,2025-12,7,BTC,,
            """, to: "figures.csv")
        try desk.run("import", "miners.csv", "figures.csv", "--today", "2026-01-10")
    }

    /// Corrects a figure, retracts another, and undoes an import.
    private func changeSome() throws {
        try desk.run(
            "log", "RIOT", "btc_mined=461", "--on", "2025-12", "--source",
            "https://example.com/1", "--published-on", "2026-01-05", "--today", "2026-01-11")
        try desk.run("retract", "MARA", "btc_mined", "--on", "2025-12", "--today", "2026-01-12")
        try desk.run(
            "log", "MARA", "btc_held=5", "--on", "2026-01-31", "--source", "s", "--today",
            "2026-01-13")
        try desk.run("undo", "4", "--today", "2026-01-14")
    }

    /// Expects the same output for both books of a command that reads.
    private func expectSame(
        _ words: String, exits code: Int32 = 0, on desk: Desk? = nil
    ) throws {
        let outcomes = try ["minerbook.db", "b.db"].map { book in
            try (desk ?? self.desk).run(
                words.split(separator: " ").map(String.init)
                    + ["--database", book, "--today", "2026-02-10"], exits: code)
        }
        let texts = outcomes.map { outcome in
            (outcome.stdout + outcome.stderr).replacingOccurrences(of: "b.db", with: "minerbook.db")
        }
        #expect(!texts[0].isEmpty, outcomes[0].comment)
        #expect(texts[0] == texts[1], outcomes[1].comment)
    }

    @Test func `a copy says how many rows it has, and prints what the book prints`() throws {
        try changeSome()
        try desk.run("copy", "minerbook.db", "b.db").prints().says(
            "Copied minerbook.db to b.db: 115 rows. All rows of both were compared.",
            "imports 4, files 4, subjects 3, observations 1, sources 3, corrections 3, metrics 46, "
                + "units 46, statuses 5")
        for words in [
            "export", "list imports", "list companies", "list sources", "check",
            "show RIOT --vintages", "show RIOT --corrections", "show MARA --corrections",
            "report matrix --metric btc_mined",
        ] {
            try expectSame(words)
        }
        try desk.run("undo", "3", "--today", "2026-02-01")
            .says("Import 3 undone: 0 removed, 1 restored.")
        try desk.run("undo", "3", "--today", "2026-02-01", "--database", "b.db")
            .says("Import 3 undone: 0 removed, 1 restored.")
        try desk.run(
            "log", "MARA", "btc_held=6", "--on", "2026-01-31", "--source", "s", "--today",
            "2026-02-02")
        try desk.run(
            "log", "MARA", "btc_held=6", "--on", "2026-01-31", "--source", "s", "--today",
            "2026-02-02",
            "--database", "b.db")
        for words in ["export", "list imports", "show MARA --corrections"] {
            try expectSame(words)
        }
    }

    @Test func `the sample data is the same in a copy`() throws {
        let desk = try Desk.withSampleData()
        try desk.run("copy", "minerbook.db", "b.db")
        for words in [
            "report sector --format json", "report valuation", "report company RIOT", "verify",
            "export --format json", "list claims", "list aliases", "list share_basis",
            "list groups",
        ] {
            // verify ends with 1, as claims differ.
            try expectSame(words, exits: words == "verify" ? 1 : 0, on: desk)
        }
        try desk.run("check", "--database", "b.db")
    }

    @Test func `the summary can be printed as JSON`() throws {
        try desk.run("copy", "minerbook.db", "b.db", "--format", "json", "--quiet").says().prints(
            #"{"imports": 1, "files": 2, "subjects": 3, "aliases": 0, "share_basis": 0, "#
                + #""memberships": 0, "observations": 2, "claims": 0, "sources": 2, "#
                + #""corrections": 0, "metrics": 46, "units": 46, "statuses": 5}"#)
    }

    @Test func `rows and units of other programs are copied, their tables are not`() throws {
        try desk.shell(
            """
            sqlite3 minerbook.db "CREATE TABLE mine (text TEXT);
                INSERT INTO unit VALUES (900, 'furlong', 'length', 0);
                INSERT INTO observation SELECT subject, metric, period_end + 31, period_offset,
                    published_on, source, value, unit, decimals, status, 'by hand', NULL, NULL
                    FROM observation;
                INSERT INTO alias VALUES ('RIOTX', 99, -719163, NULL, NULL, NULL, NULL)"
            """)
        try desk.run("copy", "minerbook.db", "b.db")
        let tables =
            "SELECT code FROM unit WHERE id = 900; SELECT name FROM sqlite_schema "
            + "WHERE name = 'mine'; SELECT * FROM alias; SELECT count(*) FROM observation"
        #expect(
            try desk.shell("sqlite3 b.db \"\(tables)\"").lines
                == ["furlong", "RIOTX|99|-719163||||", "4"])
        try expectSame("export")
        // Only the book has the table, and was written by another program.
        let findings = try ["minerbook.db", "b.db"].map { book in
            try desk.run("check", "--database", book, exits: 1).stderr
                .split(separator: "\n")
                .filter { !$0.contains("the table mine ") && !$0.contains("has written to") }
                .map { $0.replacingOccurrences(of: book, with: "BOOK") }
        }
        #expect(findings[0].contains { $0.contains("alias") }, "\(findings)")
        #expect(findings[0] == findings[1])
    }

    @Test func `a copy has the mode of the file that was copied`() throws {
        try desk.shell("chmod 600 minerbook.db")
        try desk.run("copy", "minerbook.db", "b.db")
        #expect(try desk.shell("stat -c %a b.db").lines == ["600"])
    }

    @Test func `nothing is overwritten`() throws {
        let before = try desk.bytes(of: "minerbook.db")
        try desk.run("copy", "minerbook.db", "minerbook.db", exits: 64)
            .says("Error: minerbook.db is the book to copy; name another place")
        try desk.shell("ln -s minerbook.db link.db; ln -s nowhere dangling.db; touch empty.db")
        try desk.run("copy", "link.db", "minerbook.db", exits: 64)
            .says("Error: minerbook.db is the book to copy; name another place")
        for name in ["empty.db", "miners.csv"] {
            try desk.run("copy", "minerbook.db", name, exits: 73).says(
                "Error: \(name): cannot be created: there is a file with that name; name a new one")
        }
        try desk.run("copy", "minerbook.db", "dangling.db", exits: 73).says(
            "Error: dangling.db: cannot be created: there is a file with that name")
        #expect(try desk.bytes(of: "minerbook.db") == before)
        #expect(
            desk.names == [
                "dangling.db", "empty.db", "figures.csv", "link.db", "minerbook.db", "miners.csv",
            ])
    }

    @Test func `what cannot be copied is refused, and leaves nothing`() throws {
        try desk.run("copy", "none.db", "b.db", exits: 66)
            .says("Error: none.db: there is no such book")
        try desk.run("copy", "miners.csv", "b.db", exits: 65).says(
            "Error: miners.csv: is not a minerbook book: it is not an SQLite file; it was left "
                + "untouched")
        try desk.run("copy", "minerbook.db", "nowhere/b.db", exits: 73).says(
            "Error: nowhere/b.db: cannot be created: No such file or directory")
        try desk.run("copy", "minerbook.db", "b.db", "--database", "c.db", exits: 64)
            .says("Error: copy takes both books as arguments, and no --database")
        try desk.run("copy", "minerbook.db", exits: 64)
            .refuses("Error: Missing expected argument '<to>'")
        try desk.shell(
            "touch b.db-journal; minerbook copy minerbook.db b.db || echo $?; rm b.db-journal"
        ).says(
            "Error: b.db: cannot be opened: a journal of another book is beside it; move it to "
                + "another folder, with the book if there is one"
        ).prints("66")
        try desk.shell("sqlite3 minerbook.db 'PRAGMA user_version = 99'")
        try desk.run("copy", "minerbook.db", "b.db", exits: 65).says(
            "Error: minerbook.db: has schema 99, but this program knows up to 5; use a newer "
                + "minerbook; the book was left untouched")
        try desk.shell("sqlite3 minerbook.db 'PRAGMA user_version = 4'")
        try desk.run("copy", "minerbook.db", "b.db", exits: 65).says(
            "Error: minerbook.db: has schema 4, but this program reads 5; run init on it to upgrade "
                + "it, which keeps a copy of it")
        #expect(desk.names == ["figures.csv", "minerbook.db", "miners.csv"])
    }

    @Test func `damage in the book is an error, and there is no copy`() throws {
        try desk.shell(
            """
            python3 -c "
            data = bytearray(open('minerbook.db', 'rb').read())
            place = data.rindex(b'https://example.com')
            data[place] ^= 1
            open('minerbook.db', 'wb').write(data)"
            """)
        let refused = try desk.run("copy", "minerbook.db", "b.db", exits: 65)
        #expect(refused.stderr.hasPrefix("Error: minerbook.db: is damaged: page "), refused.comment)
        #expect(desk.names == ["figures.csv", "minerbook.db", "miners.csv"])
    }

    @Test func `a value that contradicts its column is an error, and there is no copy`() throws {
        try desk.shell("sqlite3 minerbook.db \"UPDATE import SET recorded = 'yesterday'\"")
        try desk.run("copy", "minerbook.db", "b.db", exits: 65).says(
            "Error: minerbook.db: recorded holds \"yesterday\", which cannot be; run check on it for "
                + "details, and restore a copy (see list backups)")
        #expect(desk.names == ["figures.csv", "minerbook.db", "miners.csv"])
    }

    @Test func `a full disk leaves no copy`() throws {
        let outcome = try desk.shell(
            "(ulimit -f 40; minerbook copy minerbook.db b.db) || echo \"exit code $?\"")
        #expect(outcome.stdout == "exit code 74\n", outcome.comment)
        #expect(
            outcome.stderr.hasPrefix("Error: b.db: reading or writing failed: "), outcome.comment)
        #expect(desk.names == ["figures.csv", "minerbook.db", "miners.csv"])
    }

    @Test func `a copy that is killed leaves no book, and the next one removes its file`() throws {
        let desk = try Desk.withSampleData()
        try desk.shell(
            """
            for delay in 0.01 0.03 0.06 0.1; do
                timeout --signal KILL $delay minerbook copy minerbook.db b.db --quiet
                [ -e b.db ] && minerbook check --database b.db --quiet && rm b.db
            done
            minerbook copy minerbook.db c.db --quiet
            """)
        #expect(desk.names == ["c.db", "minerbook.db"])
    }

    @Test func `a book that another program writes to is busy`() throws {
        let outcome = try desk.shell(
            """
            (printf 'BEGIN EXCLUSIVE;\n.shell touch begun\n'; sleep 3) \
                | sqlite3 minerbook.db > shell.txt &
            while [ ! -e begun ]; do sleep 0.1; done
            minerbook copy minerbook.db b.db --wait 0 || echo "exit code $?"
            wait
            """)
        #expect(outcome.stdout == "exit code 75\n", outcome.comment)
        #expect(!desk.names.contains("b.db"))
    }
}
