import Testing

@testable import minerbook

@Suite("Addresses of servers")
struct ServerAddressTests {
    @Test(arguments: [
        (
            "postgresql://ann:secret@db.example.com:5432/team",
            "postgresql://ann@db.example.com:5432/team"
        ),
        ("postgres://ann@db/team?sslmode=require", "postgres://ann@db/team?sslmode=require"),
        ("postgresql://db:5432/team", "postgresql://db:5432/team"),
        ("postgresql://[::1]:5432/team", "postgresql://[::1]:5432/team"),
        ("postgresql://one:1,two:2/team", "postgresql://one:1,two:2/team"),
        ("postgresql:///team?host=/tmp&password=secret", "postgresql:///team?host=/tmp"),
        ("postgresql://db/team?%70ass%77ord=secret&user=a", "postgresql://db/team?user=a"),
        ("postgresql://db/team?sslpassword=secret", "postgresql://db/team"),
        // Passwords that are not written as libpq wants them.
        ("postgresql://ann:sec@ret@db/team", "postgresql://ann…"),
        ("postgresql://ann:sec@ret/x@db/team", "postgresql://ann…"),
        ("postgresql://ann:sec/ret@db/team", "postgresql://ann@db/team"),
        ("postgresql://ann:sec?ret@db/team", "postgresql://ann…"),
        ("postgresql://ann:12?r/et=a@db/team", "postgresql://ann…"),
        ("postgresql://db:5432/team?password=sec@ret", "postgresql://db…"),
        ("POSTGRESQL://ann:secret@db/team", "postgresql://ann@db/team"),
        ("postgresql://ann:secret", "postgresql://ann:…"),
        ("host=db password=secret dbname=team", "host=db dbname=team"),
        (
            #"dbname = team  password = 'sec \'ret' options='-c search_path=a b'"#,
            "dbname=team options='-c search_path=a b'"
        ),
        (#"user=ann password=sec\ ret dbname=team"#, "user=ann dbname=team"),
        ("sslmode=require host=db password=secret", "sslmode=require host=db"),
        ("password=secret", "postgresql://…"),
        ("password=secret sslmode=require", "postgresql://…"),
        ("host=db password=sec ret", "postgresql://…"),
        ("host=db Password = sec ret", "postgresql://…"),
        ("service=team", "service=team"),
    ])
    func `no password is shown`(text: String, shown: String) throws {
        let address = try #require(ServerAddress(text))
        #expect(address.shown == shown)
        #expect(address.text == text)
        // Hints are those for a book on a server.
        #expect(BookLocation(option: shown).file == nil)
    }

    @Test(arguments: [
        "minerbook.db", "/srv/books/team.db", "a=b.db", "./host=db", "postgresql:team", "host",
        "dbname=team and more",
    ])
    func `other values are paths of files`(text: String) {
        #expect(ServerAddress(text) == nil)
        #expect(BookLocation(option: text).file == text)
    }

    @Test func `a command line in a message has no password`() {
        let location = BookLocation(option: "postgresql://ann:secret@db/team")
        #expect(
            location.commandLine("undo 3")
                == "minerbook undo 3 --database 'postgresql://ann@db/team'")
        #expect(location.path == "postgresql://ann@db/team")
    }

    #if !POSTGRES
        @Test func `a program without PostgreSQL says how to make one with it`() throws {
            try Desk().run(
                "report", "sector", "--database", "postgresql://ann:secret@db/team", exits: 64
            ).says(
                "Error: postgresql://ann@db/team: this minerbook is built without PostgreSQL; make "
                    + "build POSTGRES=1 makes one with it")
        }
    #endif

    #if POSTGRES
        @Test(arguments: [
            ["merge", "postgresql://ann:secret@db/team"],
            ["merge", "b.db", "--database", "postgresql://ann:secret@db/team"],
        ])
        func `a book on a server must be copied to a file before it is merged`(
            command: [String]
        ) throws {
            let desk = try Desk()
            for name in ["minerbook.db", "b.db"] { try desk.run("init", "--database", name) }
            try desk.run(command, exits: 64).says(
                "Error: postgresql://ann@db/team: a book on a server is no file, and merge needs files; "
                    + "copy it to one first: minerbook copy 'postgresql://ann@db/team' copy.db")
        }
    #endif

    @Test(arguments: [["backup"], ["restore", "copy.db"], ["list", "backups"]])
    func `what copies files is not for a server`(command: [String]) throws {
        let outcome = try Desk().run(
            command + ["--database", "postgresql://ann:secret@db/team"], exits: 64)
        #expect(
            outcome.stderr.hasPrefix(
                "Error: postgresql://ann@db/team: a book on a server is no file; "))
    }
}
