#if POSTGRES
    import Foundation
    import TestSupport
    import Testing

    /// Copying a book to a server and from it.
    @Suite("Copy to and from a server", .enabled(if: ScratchSchema.server != nil))
    struct ServerCopyTests {
        private let desk: Desk
        private let schema: ScratchSchema
        /// What messages call the schema.
        private var address: String { schema.address }

        init() throws {
            desk = try Desk.withSampleData()
            schema = try ScratchSchema()
        }

        /// What commands print on both books.
        private func expectSame(_ one: String, _ two: String, _ commands: [[String]]) throws {
            for command in commands {
                let outputs = try [one, two].map { name in
                    let words = command + ["--database", name, "--today", "2026-02-10"]
                    // verify ends with 1, as claims differ.
                    return try desk.run(words, exits: command == ["verify"] ? 1 : 0)
                        .stdout.replacingOccurrences(of: name, with: "BOOK")
                }
                #expect(!outputs[0].isEmpty)
                #expect(outputs[0] == outputs[1], "\(command)")
            }
        }

        private static let commands = [
            ["report", "sector", "--format", "json"], ["report", "valuation"],
            ["report", "company", "RIOT"], ["report", "restatements"], ["verify"],
            ["export", "--format", "json"], ["list", "claims"], ["list", "aliases"],
            ["list", "groups"], ["list", "sources"], ["list", "share_basis"],
            ["show", "RIOT", "--vintages"], ["show", "RIOT", "--corrections"],
        ]

        /// Corrects, retracts and undoes something in a book.
        private func change(_ book: String) throws {
            for words in [
                ["log", "RIOT", "btc_mined=1", "--on", "2026-01", "--source", "s"],
                ["log", "RIOT", "btc_mined=2", "--on", "2026-01", "--source", "s"],
                ["retract", "RIOT", "btc_mined", "--on", "2026-01", "--source", "s"],
                ["log", "RIOT", "btc_mined=3", "--on", "2026-02", "--source", "s"],
                ["undo", "5"],
            ] {
                try desk.run(words + ["--database", book, "--today", "2026-02-09"])
            }
        }

        @Test func `a copy on a server, and its copy in a file, print what the book prints`() throws
        {
            try change("minerbook.db")
            let copied = try desk.run("copy", "minerbook.db", address)
            #expect(copied.stderr.hasPrefix("Copied minerbook.db to \(address): "), copied.comment)
            #expect(copied.stderr.split(separator: "\n").count == 2, copied.comment)
            try desk.run("copy", address, "back.db").says(
                copied.stderr.split(separator: "\n")[0]
                    .replacingOccurrences(
                        of: "minerbook.db to \(address)", with: "\(address) to back.db"),
                String(copied.stderr.split(separator: "\n")[1]),
                "back.db is a file, which does not keep the users and machines of imports.")
            let commands = Self.commands + [["list", "imports"]]
            try expectSame("minerbook.db", address, commands)
            try expectSame("minerbook.db", "back.db", commands)
            for book in ["minerbook.db", address, "back.db"] {
                try desk.run("undo", "4", "--database", book, "--today", "2026-02-10")
                    .says("Import 4 undone: 0 removed, 1 restored.")
            }
            try expectSame("minerbook.db", address, Self.commands)
            try expectSame("minerbook.db", "back.db", Self.commands)
        }

        @Test func `a copy on another server keeps who imported`() throws {
            try desk.run("import", "SampleData/companies.csv", "--database", address)
            try change(address)
            let other = try ScratchSchema()
            try desk.run("copy", address, other.address)
            try expectSame(
                address, other.address,
                [["list", "imports", "--format", "json"], ["export"]])
            #expect(
                try desk.run("list", "imports", "--format", "json", "--database", other.address)
                    .stdout.contains(#""user": "minerbook""#))
        }

        // MARK: What is refused

        private var isEmpty: Bool {
            get throws { try schema.run("SELECT to_regclass('import') IS NULL") == ["t"] }
        }

        @Test func `a number that the server cannot hold is refused, and nothing is left`() throws {
            try desk.shell(
                "sqlite3 minerbook.db \"UPDATE sqlite_sequence SET seq = 3000000000\"")
            try desk.run("copy", "minerbook.db", address, exits: 65).says(
                "Error: \(address): the database cannot hold a number: integer out of range; "
                    + "nothing was written")
            #expect(try schema.run("SELECT to_regclass('minerbook') IS NULL") == ["t"])
        }

        @Test func `nothing is copied over a book`() throws {
            try desk.run("copy", "minerbook.db", address)
            try desk.run("copy", "minerbook.db", address, exits: 73).says(
                "Error: \(address): cannot be created: there is a book; name a database or "
                    + "search_path without one")
            try desk.run("copy", address, address, exits: 64)
                .says("Error: \(address) is the book to copy; name another place")
        }

        @Test func `other tables with the names of a book are not touched`() throws {
            try schema.run("CREATE TABLE subject (mine text)")
            try desk.run("copy", "minerbook.db", address, exits: 73).says(
                "Error: \(address): cannot be created: relation \"subject\" already exists")
            #expect(try isEmpty)
        }

        @Test func `a text that PostgreSQL cannot hold is named, and there is no copy`() throws {
            try desk.shell(
                "sqlite3 minerbook.db \"UPDATE source SET text = 'a' || char(0) WHERE id = 5\"")
            try desk.run("copy", "minerbook.db", address, exits: 65).says(
                "Error: \(address): the database cannot hold the row of source with id 5: its text has "
                    + "a NUL character; nothing was written")
            try desk.shell(
                "sqlite3 minerbook.db \"UPDATE source SET text = CAST(x'61ff' AS TEXT) WHERE id = 5\""
            )
            try desk.run("copy", "minerbook.db", address, exits: 65).says(
                "Error: \(address): the database cannot hold the row of source with id 5: its text is "
                    + "not valid UTF-8; nothing was written")
            #expect(try isEmpty)
        }

        @Test func `rows that PostgreSQL refuses are named, and there is no copy`() throws {
            try desk.shell(
                "sqlite3 minerbook.db \"INSERT INTO unit VALUES (40000, 'furlong', 'length', 0)\"")
            try desk.run("copy", "minerbook.db", address, exits: 65).says(
                "Error: \(address): the database cannot hold the row of unit with id 40000: its id "
                    + "40000 is out of range; nothing was written")
            try desk.shell(
                """
                sqlite3 minerbook.db "DELETE FROM unit WHERE id = 40000;
                    INSERT INTO alias VALUES ('RIOTX', 99, -719163, NULL, NULL, NULL, NULL)"
                """)
            let violation =
                "insert or update on table \"alias\" violates foreign key constraint "
                + "\"alias_company_fkey\" (Key (company)=(99) is not present in table \"subject\".)"
            try desk.run("copy", "minerbook.db", address, exits: 65).says(
                "Error: \(address): the database cannot hold a row of alias: \(violation); nothing was "
                    + "written")
            #expect(try isEmpty)
        }

        @Test func `a row that the server alters is found, and there is no copy`() throws {
            let server = try #require(ScratchSchema.server)
            let database = "copy_\(UUID().uuidString.prefix(8).lowercased())"
            try schema.run("CREATE DATABASE \(database)")
            let altered = "\(server) dbname=\(database)"
            try desk.write(
                """
                CREATE FUNCTION alter_row() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN NEW.line := NEW.line + 1; RETURN NEW; END $$;
                CREATE FUNCTION add_trigger() RETURNS event_trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF to_regclass('claim') IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM pg_trigger WHERE tgname = 'altering')
                    THEN
                        CREATE TRIGGER altering BEFORE INSERT ON claim
                        FOR EACH ROW EXECUTE FUNCTION alter_row();
                    END IF;
                END $$;
                CREATE EVENT TRIGGER altering ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
                EXECUTE FUNCTION add_trigger();
                """, to: "trigger.sql")
            try desk.shell("psql \"\(altered)\" -q -v ON_ERROR_STOP=1 -f trigger.sql")
            let refused = try desk.run("copy", "minerbook.db", altered, exits: 65)
            let message =
                /Error: .+: the copy differs from the book in the row of claim with subject \d+, .+; nothing was copied; check the disk, and that no rule or trigger of the database changes new rows\n/
            #expect(refused.stderr.wholeMatch(of: message) != nil, refused.comment)
            #expect(
                try desk.shell("psql \"\(altered)\" -Atc \"SELECT to_regclass('claim')\"").stdout
                    == "\n")
        }
    }
#endif
