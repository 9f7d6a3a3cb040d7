import Foundation
import Testing

/// No output may overwrite a book or an input.
@Suite("Safe outputs")
struct OutputSafetyTests {
    let desk: Desk
    let book: Data

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\nMARA,Mara\n", to: "miners.csv")
        try desk.write(Self.mixed, to: "mixed.csv")
        try desk.run("import", "miners.csv")
        book = try desk.bytes(of: "minerbook.db")
    }

    private static let mixed =
        ImportTests.header + """
            RIOT,btc_mined,2025-12,460,BTC,2026-01-05,r,,
            RIOT,btc_mined,2026-01,oops,BTC,2026-02-05,r,,

            """

    private static let writing = [
        "report sector --output", "report sector -o", "list metrics --output",
        "show RIOT --output", "verify --output", "template --period 2026Q1 --output",
        "demo SampleData --output", "import mixed.csv --rejects",
        "report all --format html --output", "export --output",
    ]

    @Test(arguments: writing) func `the book cannot be an output`(command: String) throws {
        let arguments = command.split(separator: " ").map(String.init)
        try desk.shell("ln minerbook.db hard; ln -s minerbook.db soft; ln -s soft softer")
        for path in ["minerbook.db", "./minerbook.db", "hard", "soft", "softer"] {
            try desk.run(arguments + [path], exits: 64)
                .says("Error: cannot write to \(path): it is the book; name another file")
        }
        try desk.run(arguments + ["minerbook.db-journal"], exits: 64).says(
            "Error: cannot write to minerbook.db-journal: it is the book's journal; name another file"
        )
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test func `another book cannot be an output`() throws {
        try desk.shell("cp minerbook.db other.db")
        try desk.run("list", "metrics", "--output", "other.db", exits: 64).says(
            "Error: cannot write to other.db: it is a database, such as a book; "
                + "name another file")
        #expect(try desk.bytes(of: "other.db") == book)
    }

    @Test func `another book cannot be an output through a descriptor`() throws {
        try desk.shell("cp minerbook.db other.db")
        let reason = "it is a database, such as a book"
        try desk.shell("minerbook list metrics --output /dev/fd/3 3<>other.db", exits: 64)
            .says("Error: cannot write to /dev/fd/3: \(reason); name another file")
        for redirection in [">> other.db", "1<> other.db"] {
            try desk.shell("minerbook list metrics \(redirection)", exits: 64).says(
                "Error: cannot write to stdout: \(reason); redirect it to another file")
        }
        try desk.shell("minerbook import mixed.csv 2>> other.db", exits: 64).says()
        #expect(try desk.bytes(of: "other.db") == book)
    }

    @Test(
        arguments: [
            [0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7], [0x37, 0x7F, 0x06, 0x82],
            [0x37, 0x7F, 0x06, 0x83],
        ] as [[UInt8]]) func `the journal of another book cannot be an output`(start: [UInt8])
        throws
    {
        let journal = Data(start + [UInt8](repeating: 0, count: 512))
        try journal.write(to: desk.folder.appending(path: "other.db.journal"))
        try desk.run("list", "metrics", "--output", "other.db.journal", exits: 64).says(
            "Error: cannot write to other.db.journal: it is a database, such as a book; "
                + "name another file")
        #expect(try desk.bytes(of: "other.db.journal") == journal)
    }

    @Test(.enabled(if: geteuid() != 0)) func `a file that cannot be read cannot be an output`()
        throws
    {
        try desk.shell("cp minerbook.db other.db; chmod 222 other.db")
        try desk.run("list", "metrics", "--output", "other.db", exits: 64).says(
            "Error: cannot write to other.db: it cannot be read, so it may be a book; "
                + "name another file")
        try desk.shell("chmod 600 other.db")
        #expect(try desk.bytes(of: "other.db") == book)
    }

    @Test(arguments: ["minerbook.db.backup-v1", "./minerbook.db.backup-v12-3"])
    func `a copy of the book cannot be an output`(path: String) throws {
        try desk.run("import", "mixed.csv", "--rejects", path, exits: 64).says(
            "Error: cannot write to \(path): an upgrade of the book keeps a copy under such a name; "
                + "name another file")
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test(arguments: ["/dev/fd/5", "/dev/fd/9"])
    func `a descriptor that is not open cannot be an output`(path: String) throws {
        for _ in 0..<2 {
            try desk.shell(
                "minerbook import mixed.csv --rejects \(path) 5>&- 9>&-", exits: 64
            ).says(
                "Error: cannot write to \(path): no file is open as \(path.suffix(1)); "
                    + "name another file")
        }
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test func `a descriptor that is open can be an output`() throws {
        try desk.shell("minerbook import mixed.csv --rejects /dev/fd/5 5> bad.csv")
        #expect(try desk.text(of: "bad.csv").contains("oops"))
    }

    @Test func `a folder cannot be an output if a book in it would be overwritten`() throws {
        try desk.shell("mkdir out; cp minerbook.db out/claims.csv; cp minerbook.db out/report.html")
        try desk.run("--database", "out/claims.csv", "export", "--output", "out", exits: 64)
            .says("Error: cannot write to out/claims.csv: it is the book; name another file")
        let refused = try desk.run("export", "--output", "out", exits: 64)
        #expect(refused.stderr.contains("out/claims.csv: it is a database"))
        try desk.shell("rm out/*; cp minerbook.db out/sector.html")
        try desk.run("report", "all", "--format", "html", "--output", "out", exits: 64).says(
            "Error: cannot write to out/sector.html: it is a database, such as a book; "
                + "name another file")
        #expect(try desk.shell("ls out").lines == ["sector.html"])
    }

    @Test func `stdout appended to the book is rejected`() throws {
        try desk.shell("minerbook list metrics >> minerbook.db", exits: 64).says(
            "Error: cannot write to stdout: it is the book; redirect it to another file")
        try desk.shell("minerbook list metrics --output /dev/stdout >> minerbook.db", exits: 64)
        try desk.shell("minerbook import mixed.csv 2>> minerbook.db", exits: 64).says()
        try desk.shell("minerbook import mixed.csv --format json >> mixed.csv", exits: 64)
        #expect(try desk.bytes(of: "minerbook.db") == book)
        #expect(try desk.text(of: "mixed.csv") == Self.mixed)
    }

    @Test func `an input cannot be the output for rejected rows`() throws {
        try desk.shell("ln mixed.csv hard; ln -s mixed.csv soft; cp mixed.csv x.mixed.csv")
        for path in ["mixed.csv", "./mixed.csv", "hard", "soft"] {
            try desk.run("import", "mixed.csv", "--rejects", path, exits: 64).says(
                "Error: cannot write to \(path): it is an input of this command; name another file")
        }
        try desk.run("import", "mixed.csv", "x.mixed.csv", "--rejects", "x", exits: 64).says(
            "Error: cannot write to x.mixed.csv: it is an input of this command; name another file")
        try desk.shell("minerbook import - --rejects mixed.csv < mixed.csv", exits: 64)
        try desk.write("map: Miner=ticker\n", to: "mine.profile")
        try desk.run(
            "import", "mixed.csv", "--profile", "mine.profile", "--rejects", "mine.profile",
            exits: 64
        ).says("Error: cannot write to mine.profile: it is the profile; name another file")
        #expect(try desk.text(of: "mixed.csv") == Self.mixed)
        #expect(try desk.text(of: "x.mixed.csv") == Self.mixed)
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test func `two outputs cannot be the same file`() throws {
        try desk.shell("cp mixed.csv b.csv; ln -s bad.b.csv bad.mixed.csv")
        try desk.run("import", "mixed.csv", "b.csv", "--rejects", "bad", exits: 64).says(
            "Error: cannot write to bad.b.csv: it is another output of this command; "
                + "name another file")
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test func `a file cannot be an output and stdout or stderr at once`() throws {
        for redirection in ["> r.csv", ">> r.csv", "2> r.csv"] {
            let refused = try desk.shell(
                "minerbook import mixed.csv --rejects r.csv --format json \(redirection)", exits: 64
            )
            let message =
                "Error: cannot write to r.csv: it is another output of this command; "
                + "name another file\n"
            #expect(
                redirection == "2> r.csv"
                    ? try desk.text(of: "r.csv") == message : refused.stderr == message)
        }
        try desk.shell("minerbook import mixed.csv --rejects r.csv > log 2>&1")
        #expect(try desk.text(of: "r.csv").contains("oops"))
    }

    @Test func `an earlier file of rejected rows is kept if an import is rejected`() throws {
        try desk.write("mended", to: "bad.csv")
        try desk.write(
            Self.mixed + "RIOT,btc_mined,2025-12,461,BTC,2026-01-05,r,,\n", to: "conflict.csv")
        try desk.run("import", "conflict.csv", "--rejects", "bad.csv", exits: 65)
        #expect(try desk.text(of: "bad.csv") == "mended")
    }

    @Test func `an output may be overwritten, also through a symbolic link`() throws {
        try desk.write("old", to: "target")
        try desk.shell("chmod 666 target; ln -s target link")
        for _ in 0..<2 { try desk.run("list", "metrics", "--output", "link") }
        #expect(try desk.shell("readlink link").lines == ["target"])
        let path = desk.folder.appending(path: "target").path
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o666)
        #expect(try desk.bytes(of: "target") == desk.run("list", "metrics").bytes)
    }

    @Test func `--output /dev/stdout writes to stdout, wherever that goes`() throws {
        let text = try desk.run("list", "metrics").stdout
        for device in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"] {
            try desk.shell(
                "echo before > out; minerbook list metrics --output \(device) >> out")
            #expect(try desk.text(of: "out") == "before\n" + text)
            #expect(
                try desk.shell("minerbook list metrics --output \(device) | cat").stdout == text)
        }
    }

    @Test func `files of the user with names like temporary files are kept`() throws {
        let names = [".minerbook-my-notes.part", ".minerbook-tmp-notes.part"]
        try desk.shell("mkdir out")
        for name in names { try desk.write("mine", to: "out/\(name)") }
        for _ in 0..<2 { try desk.run("export", "--output", "out") }
        for name in names { #expect(try desk.text(of: "out/\(name)") == "mine") }
    }

    @Test func `a folder may be named with a slash, and be a link that leads to nothing yet`()
        throws
    {
        try desk.shell("ln -s made link")
        for folder in ["new/", "link"] {
            try desk.run("export", "--output", folder)
            #expect(try desk.text(of: "\(folder)/companies.csv").contains("RIOT"))
        }
        #expect(try desk.shell("readlink link").lines == ["made"])
    }

    @Test func `pages are checked before the book is read`() throws {
        try desk.shell("mkdir out; cp minerbook.db out/index.html")
        try desk.run(
            "report", "all", "--format", "html", "--output", "out", "--database", "none.db",
            exits: 64
        ).says(
            "Error: cannot write to out/index.html: it is a database, such as a book; "
                + "name another file")
    }

    @Test func `there may be more files than a process may have open`() throws {
        try desk.run(
            "import", "SampleData/company_figures.csv", "SampleData/groups.csv",
            "SampleData/companies.csv")
        try desk.shell(
            "ulimit -n 24; minerbook report all --format html --output pack --group us-listed")
        #expect(try desk.shell("ls pack").lines.count > 24)
        let names = (0..<16).map { "f\($0).csv" }
        for name in names { try desk.write(Self.mixed, to: name) }
        try desk.shell(
            "ulimit -n 46; minerbook import --rejects bad \(names.joined(separator: " "))")
        #expect(try desk.shell("ls bad.*").lines.count == 16)
    }

    @Test func `a read-only file is not replaced`() throws {
        try desk.write("old", to: "kept")
        try desk.shell("chmod 444 kept")
        try desk.run("list", "metrics", "--output", "kept", exits: 73)
            .says("Error: cannot create kept: it is read-only")
        #expect(try desk.text(of: "kept") == "old")
    }

    @Test func `the files of a folder are replaced together or not at all`() throws {
        try desk.shell("mkdir -p out/observations.csv; echo old > out/claims.csv")
        try desk.run("export", "--output", "out", exits: 73)
            .says("Error: cannot create out/observations.csv: Is a directory")
        #expect(try desk.shell("ls -A out").lines == ["claims.csv", "observations.csv"])
        #expect(try desk.text(of: "out/claims.csv") == "old\n")
        // A folder created for the files is removed with them.
        try desk.run("import", "mixed.csv", "--rejects", "bad.csv")
        try desk.shell("sqlite3 minerbook.db 'UPDATE observation SET source = 99'")
        try desk.run("export", "--output", "new", exits: 65)
        #expect(!desk.names.contains("new"))
    }
}
