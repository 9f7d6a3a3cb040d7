import Foundation
import Testing

/// What a command says if the folder for temporary files cannot be used. The book stays as it was.
@Suite("Temporary files")
struct TemporaryFileTests {
    let desk: Desk
    let book: Data

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot\n", to: "miners.csv")
        try desk.write(Self.figures + Self.row + Self.badRow, to: "mixed.csv")
        try desk.run("import", "miners.csv")
        book = try desk.bytes(of: "minerbook.db")
    }

    private static let figures = ImportTests.header
    private static let row = "RIOT,btc_mined,2025-12,460,BTC,2026-01-05,r,,\n"
    private static let badRow = "RIOT,btc_mined,2026-01,oops,BTC,2026-02-05,r,,\n"

    /// Folders that take no file, with the reason of the system.
    private static let unusable = [
        ("/nowhere", "No such file or directory"), ("/dev/null", "Not a directory"),
    ]

    @Test(arguments: unusable)
    func `stdin needs one`(folder: String, reason: String) throws {
        try desk.run(
            "import", "-", exits: 73, input: Self.figures + Self.row,
            environment: ["TMPDIR": folder]
        ).says(
            "Error: cannot keep a copy of stdin: cannot create a temporary file in \(folder): "
                + "\(reason); set TMPDIR to another folder")
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test(arguments: unusable)
    func `a compressed file needs one`(folder: String, reason: String) throws {
        try desk.shell("gzip mixed.csv")
        try desk.run("import", "mixed.csv.gz", exits: 73, environment: ["TMPDIR": folder]).says(
            "Error: cannot keep a copy of mixed.csv.gz: cannot create a temporary file in "
                + "\(folder): \(reason); set TMPDIR to another folder")
        #expect(try desk.bytes(of: "minerbook.db") == book)
    }

    @Test(arguments: unusable)
    func `rejected rows need one`(folder: String, reason: String) throws {
        try desk.run(
            "import", "mixed.csv", "--rejects", "bad.csv", exits: 73,
            environment: ["TMPDIR": folder]
        ).says(
            "Error: cannot keep rejected rows: cannot create a temporary file in \(folder): "
                + "\(reason); set TMPDIR to another folder")
        #expect(try desk.bytes(of: "minerbook.db") == book)
        #expect(!desk.names.contains("bad.csv"))
    }

    @Test func `a file without bad rows needs none`() throws {
        try desk.write(Self.figures + Self.row, to: "good.csv")
        try desk.run(
            "import", "good.csv", "--rejects", "bad.csv", environment: ["TMPDIR": "/nowhere"]
        ).says("Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }
}
