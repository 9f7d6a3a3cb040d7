import Foundation
import TestSupport
import Testing

/// Merging two books: what is said and done, and what is refused.
@Suite("Merge")
struct MergeTests {
    let desk: Desk

    /// `minerbook.db` and `b.db` begin as copies of one book.
    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\nMARA,MARA Holdings\n", to: "miners.csv")
        try figures("common.csv", "RIOT,btc_mined,2025-12,460,BTC", "MARA,btc_mined,2025-12,7,BTC")
        try desk.run("import", "miners.csv", "common.csv", "--today", "2026-01-10")
        try desk.shell("cp minerbook.db b.db")
    }

    private func figures(_ name: String, _ rows: String...) throws {
        let lines = rows.map { $0 + ",https://example.com,2026-01-05\n" }.joined()
        try desk.write("subject,metric,period,value,unit,source,published_on\n" + lines, to: name)
    }

    /// Both books correct the same figure, and each adds one.
    private func growApart() throws {
        try figures("a.csv", "RIOT,btc_mined,2025-12,461,BTC", "RIOT,btc_mined,2025-11,400,BTC")
        try figures("b.csv", "RIOT,btc_mined,2025-12,462,BTC", "MARA,btc_mined,2025-11,600,BTC")
        try desk.run("import", "a.csv", "--today", "2026-01-11")
        try desk.run("import", "b.csv", "--today", "2026-01-12", "--database", "b.db")
    }

    private var exported: Data { get throws { try desk.run("export").bytes } }

    @Test func `a merge says what came, and undo reverts it`() throws {
        try figures("b.csv", "RIOT,btc_mined,2025-12,462,BTC", "MARA,btc_mined,2025-11,600,BTC")
        try desk.run("import", "b.csv", "--today", "2026-01-12", "--database", "b.db")
        try desk.run(
            "retract", "MARA", "btc_mined", "--on", "2025-12", "--today", "2026-01-13",
            "--database", "b.db")
        let before = try exported
        try desk.run("merge", "b.db").prints().says(
            "Merged b.db as imports 2 to 3: 1 inserted, 2 unchanged, 1 corrected, 1 retracted.",
            "To revert it, undo imports 3 to 2, the last one first: minerbook undo 3")
        #expect(try desk.run("export", "--database", "b.db").bytes == exported)
        let imports = try desk.run("list", "imports", "--format", "csv").lines
        #expect(imports[3].hasPrefix("2,2026-01-12T00:00:00Z,0.1.0,b.csv,observations,1,0,0,1,,"))
        #expect(imports[4].hasPrefix("3,2026-01-13T00:00:00Z,0.1.0,,retraction,"))
        try desk.run("check").says("minerbook.db is sound.")
        try desk.run("merge", "b.db")
            .says("Nothing new in b.db: 0 inserted, 4 unchanged, 0 corrected.")
        try desk.run("undo", "3").says("Import 3 undone: 0 removed, 1 restored.")
        try desk.run("undo", "2").says("Import 2 undone: 1 removed, 1 restored.")
        #expect(try exported == before)
    }

    @Test func `rows that this book has replaced or retracted are counted as older`() throws {
        try figures("a.csv", "RIOT,btc_mined,2025-12,461,BTC")
        try desk.run("import", "a.csv")
        try desk.run("retract", "MARA", "btc_mined", "--on", "2025-12")
        try desk.run("merge", "b.db")
            .says("Nothing new in b.db: 0 inserted, 2 unchanged, 0 corrected, 2 older.")
    }

    @Test func `several kinds of rows are counted by kind`() throws {
        try desk.write("ticker,name\nCLSK,CleanSpark\n", to: "new.csv")
        try figures("b.csv", "CLSK,btc_mined,2025-12,600,BTC")
        try desk.run("import", "new.csv", "b.csv", "--database", "b.db")
        try desk.run("merge", "b.db").says(
            "Merged b.db as import 2: 2 inserted, 4 unchanged, 0 corrected.",
            "companies: 1 inserted, 2 unchanged, 0 corrected",
            "observations: 1 inserted, 2 unchanged, 0 corrected",
            "To revert it: minerbook undo 2")
    }

    @Test func `conflicts are listed and nothing is merged`() throws {
        try growApart()
        let before = try desk.bytes(of: "minerbook.db")
        try desk.run("merge", "b.db", exits: 65).prints().says(
            "Error: RIOT btc_mined 2025-12, source https://example.com, published 2026-01-05: here "
                + "461 BTC, reported (import 2 of 2026-01-11T00:00:00Z, a.csv:2), in b.db 462 BTC, "
                + "reported (import 2 of 2026-01-12T00:00:00Z, b.csv:2)",
            "Error: nothing was merged: 1 conflict; say which rows to keep with --prefer ours, "
                + "theirs or newer")
        #expect(try desk.bytes(of: "minerbook.db") == before)
        try desk.run("merge", "b.db", "--format", "json", exits: 65).prints(
            """
            {"inserted": 0, "unchanged": 3, "restated": 0, "conflicting": 0, "corrected": 0, \
            "retracted": 0, "older": 0, "conflicts": 1, "taken": 0, "left_out": 0, "removed": 0, \
            "restored": 0, "undone": [], "imports": [], "kinds": {"companies": {"inserted": 0, \
            "unchanged": 2, "restated": 0, "conflicting": 0, "corrected": 0}, "observations": {"inserted": 0, "unchanged": 1, \
            "restated": 0, "conflicting": 0, "corrected": 0}}}
            """)
    }

    @Test func `at most 50 conflicts are listed`() throws {
        for (name, value) in [("minerbook.db", 1), ("b.db", 2)] {
            let rows = (0..<60).map { day in
                "RIOT,btc_held,2025-\(10 + day % 3)-\(10 + day / 3),\(value),BTC,s,2026-01-05\n"
            }
            try desk.write(
                "subject,metric,period,value,unit,source,published_on\n" + rows.joined(),
                to: "\(name).csv")
            try desk.run("import", "\(name).csv", "--database", name)
        }
        let refused = try desk.run("merge", "b.db", exits: 65)
        let lines = refused.stderr.split(separator: "\n")
        #expect(lines.count == 51)
        #expect(
            lines.last == """
                Error: nothing was merged: 60 conflicts, 10 not shown; say which rows to keep with \
                --prefer ours, theirs or newer
                """)
    }

    @Test(arguments: [
        ("ours", "461", "1 conflict: 1 settled with the row of this book, 0 with that of b.db."),
        ("theirs", "462", "1 conflict: 0 settled with the row of this book, 1 with that of b.db."),
        ("newer", "462", "1 conflict: 0 settled with the row of this book, 1 with that of b.db."),
    ])
    func `a preference settles conflicts`(choice: String, value: String, said: String) throws {
        try growApart()
        let corrected = choice == "ours" ? 0 : 1
        try desk.run("merge", "b.db", "--prefer", choice).says(
            "Merged b.db as import 3: 1 inserted, 3 unchanged, \(corrected) corrected.", said,
            "To revert it: minerbook undo 3")
        let rows = try desk.run("export").lines
        #expect(rows.contains { $0.hasPrefix("RIOT,btc_mined,2025-12,\(value),BTC") })
        #expect(rows.count == 5)
    }

    @Test func `a dry run lists the changes and changes nothing`() throws {
        try growApart()
        let before = try desk.bytes(of: "minerbook.db")
        let dry = try desk.run("merge", "b.db", "--dry-run", "--prefer", "theirs")
        dry.says(
            "Dry run: 1 inserted, 3 unchanged, 1 corrected.",
            "1 conflict: 0 settled with the row of this book, 1 with that of b.db.")
        let changes = dry.lines.dropFirst(3).map {
            $0.split(separator: " ").prefix(4).joined(separator: " ")
        }
        #expect(
            changes.sorted() == [
                "corrected RIOT btc_mined 2025-12", "inserted MARA btc_mined 2025-11",
            ])
        #expect(try desk.bytes(of: "minerbook.db") == before)
        try desk.run("merge", "b.db", "--dry-run", exits: 65)
        #expect(try desk.bytes(of: "minerbook.db") == before)
    }

    @Test func `an import that the other book undid is undone here`() throws {
        try desk.run("undo", "1", "--database", "b.db")
        try desk.run("merge", "b.db", "--dry-run").says(
            "Dry run: 0 inserted, 0 unchanged, 0 corrected.",
            "Import 1 would be undone, as b.db has.", "Undone: 4 removed, 0 restored.")
        try desk.run("merge", "b.db").says(
            "Merged b.db: 0 inserted, 0 unchanged, 0 corrected.",
            "Import 1 was undone, as b.db has.", "Undone: 4 removed, 0 restored.")
        #expect(try desk.run("export").lines.count == 1)
    }

    @Test func `an import that was undone here stays undone`() throws {
        try desk.run("undo", "1")
        try desk.run("merge", "b.db").says(
            "Nothing new in b.db: 0 inserted, 0 unchanged, 0 corrected.",
            "1 import of b.db was left out: undone in this book.")
    }

    @Test func `an import that is undone in one book and needed in the other prevents a merge`()
        throws
    {
        try figures("a.csv", "RIOT,btc_mined,2025-11,461,BTC")
        try desk.run("import", "a.csv")
        try desk.run("undo", "1", "--database", "b.db")
        try desk.run("merge", "b.db", exits: 65).says(
            "Error: import 1 was undone in b.db, but is needed here: import 2 has rows of RIOT, "
                + "which it added; undo import 2 first",
            "Error: nothing was merged")
        try desk.run("merge", "minerbook.db", "--database", "b.db", exits: 65).says(
            "Error: import 1 of minerbook.db was undone here, but is needed there: import 2 has "
                + "rows of RIOT, which it added; undo import 2 first in minerbook.db",
            "Error: nothing was merged")
    }

    @Test func `rows that another program wrote are taken over without an origin`() throws {
        try desk.shell(
            """
            sqlite3 b.db "INSERT INTO observation SELECT subject, metric, period_end + 31, \
            period_offset, published_on, source, value + 1, unit, decimals, status, note, NULL, \
            NULL FROM observation; UPDATE observation SET value = value + 10 WHERE file = 2"
            """)
        try desk.run("merge", "b.db", "--today", "2026-02-01").says(
            "Merged b.db as import 2: 2 inserted, 2 unchanged, 2 corrected.",
            "To revert it: minerbook undo 2")
        #expect(
            try desk.run("list", "imports", "--format", "csv").lines.last?
                .hasPrefix("2,2026-02-01T00:00:00Z,0.1.0,b.db,observations,2,0,0,2,") == true)
        #expect(try exported == desk.run("export", "--database", "b.db").bytes)
        try desk.run("merge", "b.db")
            .says("Nothing new in b.db: 0 inserted, 6 unchanged, 0 corrected.")
    }

    @Test func `books that cannot be merged are refused, and both stay as they were`() throws {
        try desk.run("merge", "minerbook.db", exits: 64)
            .says("Error: minerbook.db is the book to merge into; name another one")
        try desk.shell("ln -s minerbook.db link.db; touch empty.db")
        try desk.run("merge", "link.db", exits: 64)
            .says("Error: link.db is the book to merge into; name another one")
        try desk.run("merge", "none.db", exits: 66).says("Error: none.db: there is no such book")
        try desk.run("merge", "empty.db", exits: 65)
            .says("Error: empty.db: is not a minerbook book: it is empty; it was left untouched")
        try desk.run("merge", "miners.csv", exits: 65).says(
            "Error: miners.csv: is not a minerbook book: it is not an SQLite file; it was left "
                + "untouched")
        try desk.run("merge", "b.db", "--database", "new.db", exits: 66).says(
            "Error: new.db: there is no such book; make one with init or import, or name another "
                + "with --database")
        try desk.run("merge", exits: 64).refuses("Error: Missing expected argument '<book>'")
        try desk.run("merge", "b.db", "--prefer", "mine", exits: 64).refuses(
            "Error: The value 'mine' is invalid for '--prefer <ours|theirs|newer>'. Please provide "
                + "one of 'ours', 'theirs' or 'newer'.")
        try desk.shell("sqlite3 b.db 'PRAGMA user_version = 99'")
        try desk.run("merge", "b.db", exits: 65).says(
            "Error: b.db: has schema 99, but this program knows up to 5; use a newer minerbook; the "
                + "book was left untouched")
        try desk.shell("sqlite3 b.db 'PRAGMA user_version = 4'")
        try desk.run("merge", "b.db", exits: 65).says(
            "Error: b.db: has schema 4, but this program reads 5; run init on it to upgrade it, "
                + "which keeps a copy of it")
        #expect(try desk.run("list", "imports", "--format", "csv").lines.count == 3)
    }

    @Test func `damage in the other book is an error, not another figure`() throws {
        try desk.shell(
            """
            sqlite3 b.db 'PRAGMA wal_checkpoint' > /dev/null
            python3 -c "
            data = bytearray(open('b.db', 'rb').read())
            place = data.rindex(b'https://example.com')
            data[place] ^= 1
            open('b.db', 'wb').write(data)"
            """)
        let before = try desk.bytes(of: "minerbook.db")
        let refused = try desk.run("merge", "b.db", exits: 65)
        #expect(refused.stderr.hasPrefix("Error: b.db: is damaged: "), refused.comment)
        #expect(try desk.bytes(of: "minerbook.db") == before)
    }

    @Test func `a book that another program writes to is busy`() throws {
        let outcome = try desk.shell(
            """
            (echo "BEGIN EXCLUSIVE;"; touch begun; sleep 3) | sqlite3 b.db > shell.txt &
            while [ ! -e begun ]; do sleep 0.1; done
            sleep 0.5
            minerbook merge b.db --wait 0 || echo "exit code $?"
            wait
            """)
        #expect(outcome.stdout == "exit code 75\n", outcome.comment)
        let message =
            /Error: b\.db: is in use by sqlite3 \(process \d+\); try again, or wait longer, such as with --wait 60\n/
        #expect(outcome.stderr.wholeMatch(of: message) != nil, outcome.comment)
    }

    @Test func `reports over a merged book are those over a book with all imports`() throws {
        let desk = try Desk.withSampleData()
        let first = ["companies", "aliases", "groups", "company_figures", "prices"]
        let second = [
            "companies", "groups", "company_filings", "hpc", "prices", "network", "network_daily",
            "group_figures", "snapshot-2026-01", "claims",
        ]
        for (name, files) in [("one.db", first), ("two.db", second)] {
            for file in files {
                try desk.run("import", "SampleData/\(file).csv", "--database", name)
            }
        }
        try desk.run("merge", "two.db", "--database", "one.db")
        for question in [
            ["report", "sector", "--format", "json"], ["report", "company", "RIOT"],
            ["report", "valuation"], ["report", "conflicts"], ["report", "restatements"],
            ["report", "coverage"], ["verify"], ["export"], ["list", "claims"],
            ["list", "companies"], ["list", "aliases"], ["list", "groups"],
        ] {
            let line = "minerbook \(question.joined(separator: " "))"
            // verify ends with 1, as claims differ.
            let (all, merged) = (
                try desk.shell("\(line) || true"),
                try desk.shell("\(line) --database one.db || true")
            )
            #expect(!all.bytes.isEmpty, all.comment)
            #expect(all.bytes == merged.bytes, merged.comment)
        }
        try desk.run("check", "--database", "one.db")
    }
}
