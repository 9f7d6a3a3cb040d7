import Foundation
import TestSupport
import Testing

@Suite("Copies of a book")
struct BackupTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "companies.csv")
        try importFigure("2025-12-31", "18005")
    }

    private func importFigure(_ day: String, _ value: String) throws {
        try desk.write(
            "subject,metric,period,value,unit,source\nRIOT,btc_held,\(day),\(value),BTC,s\n",
            to: "figures.csv")
        try desk.run("import", "companies.csv", "figures.csv")
    }

    private var held: String {
        get throws { try desk.run("export").stdout }
    }

    @Test func `a copy has what the book has, and replaces it later`() throws {
        let before = try held
        try desk.run("backup", "kept.db").says("Copied minerbook.db to kept.db.")
        try importFigure("2025-11-30", "17000")
        let after = try held
        let restored = try desk.run("restore", "kept.db")
        let replaced = try #require(desk.names.first { $0.hasPrefix("minerbook.db.replaced-") })
        restored.says(
            "Restored minerbook.db from kept.db. The book as it was is in \(replaced).")
        #expect(try held == before)
        try desk.run("check").says("minerbook.db is sound.")
        #expect(
            try desk.run("export", "--database", replaced).stdout == after)
        #expect(desk.names.contains("kept.db"))
    }

    @Test func `a copy without a name is beside the book, and is listed`() throws {
        #expect(try desk.run("list", "backups").lines.last == "(none)")
        try desk.run("backup")
        try desk.write("", to: "minerbook.db.txt")
        let copy = try #require(desk.names.first { $0.hasPrefix("minerbook.db.backup-2") })
        let list = try desk.run("list", "backups", "--format", "csv")
        #expect(list.lines.first == "file,schema,imports,last_import")
        #expect(list.lines.count == 2)
        #expect(try #require(list.lines.last).hasPrefix("\(copy),5,1,2"))
    }

    @Test func `a copy does not overwrite a file`() throws {
        try desk.write("mine", to: "kept.db")
        try desk.run("backup", "kept.db", exits: 73).says(
            "Error: kept.db: cannot be created: there is a file with that name")
        #expect(try desk.text(of: "kept.db") == "mine")
        try desk.run("backup", "nowhere/kept.db", exits: 73)
        #expect(desk.names == ["companies.csv", "figures.csv", "kept.db", "minerbook.db"])
    }

    @Test func `a damaged copy is not restored`() throws {
        try desk.run("backup", "kept.db")
        var bytes = try desk.bytes(of: "kept.db")
        bytes[bytes.count - 100] ^= 1
        try bytes.write(to: desk.folder.appending(path: "kept.db"))
        let before = try desk.bytes(of: "minerbook.db")
        let refused = try desk.run("restore", "kept.db", exits: 65)
        #expect(refused.stderr.hasPrefix("Error: kept.db: is damaged: "), refused.comment)
        #expect(try desk.bytes(of: "minerbook.db") == before)
        #expect(desk.names == ["companies.csv", "figures.csv", "kept.db", "minerbook.db"])
    }

    @Test func `a damaged book is not copied, and is replaced`() throws {
        let before = try held
        try desk.run("backup", "kept.db")
        var bytes = try desk.bytes(of: "minerbook.db")
        for place in 0..<3 { bytes[8192 * (place + 1) + 50] ^= 0xFF }
        try bytes.write(to: desk.folder.appending(path: "minerbook.db"))
        try desk.run("backup", "other.db", exits: 65)
        try desk.run("restore", "kept.db")
        #expect(try held == before)
        #expect(!desk.names.contains("other.db"))
    }

    @Test func `a file that is not a book is neither restored nor replaced`() throws {
        try desk.run("restore", "companies.csv", exits: 65).says(
            "Error: companies.csv: is not a minerbook book: it is not an SQLite file; it was left "
                + "untouched")
        try desk.run("restore", "none.db", exits: 66)
        try desk.run("restore", "minerbook.db", "--database", "companies.csv", exits: 65).says(
            "Error: companies.csv: is not a minerbook book: it is not an SQLite file; it was left "
                + "untouched")
        try desk.run("backup", "kept.db", "--database", "none.db", exits: 66)
    }

    @Test func `a book is restored where there is none`() throws {
        let before = try held
        try desk.run("restore", "minerbook.db", "--database", "new.db").says(
            "Restored new.db from minerbook.db.")
        #expect(
            try desk.run("export", "--database", "new.db").stdout == before)
    }

    @Test func `a program that has the book open goes on with the restored one`() throws {
        let before = try held
        try desk.run("backup", "kept.db")
        try importFigure("2025-11-30", "17000")
        try desk.write(
            ".shell touch open\n.shell while [ ! -e done ]; do sleep 0.1; done\n"
                + "SELECT count(*) FROM observation;\n", to: "reader.sql")
        let shell = try desk.shell(
            """
            (echo "SELECT count(*) FROM observation;"; cat reader.sql) | sqlite3 minerbook.db &
            while [ ! -e open ]; do sleep 0.1; done
            minerbook restore kept.db --quiet
            touch done
            wait
            """)
        shell.prints("2", "1")
        #expect(try held == before)
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `a book in WAL mode that another program has open is not replaced`() throws {
        try desk.run("backup", "kept.db")
        let shell = try desk.shell(
            """
            (echo "PRAGMA journal_mode = WAL; SELECT count(*) FROM import;"; touch open
            while [ ! -e done ]; do sleep 0.1; done) | sqlite3 minerbook.db > wal.txt &
            while [ ! -e open ]; do sleep 0.1; done
            sleep 0.5
            minerbook restore kept.db --wait 0 || echo "exit code $?"
            touch done
            wait
            """)
        shell.prints("exit code 75")
        #expect(!desk.names.contains { $0.contains("replaced") })
        try desk.run("restore", "kept.db", "--quiet")
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `a journal of another book is not applied to a restored one`() throws {
        let refused = try desk.shell(
            "echo x > gone.db-journal; minerbook restore minerbook.db --database gone.db || "
                + "echo \"exit code $?\"; rm gone.db-journal")
        refused.prints("exit code 66").says(
            "Error: gone.db: cannot be opened: a journal of another book is beside it; move it to "
                + "another folder, with the book if there is one")
        #expect(!desk.names.contains("gone.db"))
    }

    @Test func `a link to the book stays`() throws {
        try desk.shell("mkdir real; mv minerbook.db real; ln -s real/minerbook.db minerbook.db")
        try desk.run("backup", "kept.db")
        try importFigure("2025-11-30", "17000")
        try desk.run("restore", "kept.db", "--quiet")
        #expect(
            try desk.shell("readlink minerbook.db; ls real | wc -l").stdout
                == "real/minerbook.db\n2\n")
        #expect(try desk.run("export").lines.count == 2)
    }
}
