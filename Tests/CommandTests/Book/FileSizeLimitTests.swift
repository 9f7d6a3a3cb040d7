import Foundation
import TestSupport
import Testing

/// Files that may not become as large as a command needs them, as on a full disk. The shell counts
/// the limit in blocks of 512 bytes.
@Suite("Limits of file sizes")
struct FileSizeLimitTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    @Test(arguments: ["undo 1", "import --create-companies new.csv"])
    func `a book that may not grow is an error, and stays as it was`(command: String) throws {
        try desk.write(
            "subject,metric,period,value,unit\nNEW,btc_held,2025-12-31,5,BTC\n", to: "new.csv")
        let before = try desk.bytes(of: "minerbook.db")
        try desk.shell("ulimit -f 16; minerbook \(command)", exits: 74).says(
            "Error: minerbook.db: reading or writing failed: disk I/O error; check the disk, "
                + "the space on it, and the limit of file sizes")
        #expect(try desk.bytes(of: "minerbook.db") == before)
        #expect(desk.names == ["minerbook.db", "new.csv"])
    }

    @Test func `an output that may not be so large is an error, and nothing is left of it`() throws
    {
        try desk.shell("ulimit -f 16; minerbook export --output exported", exits: 74)
            .says("Error: cannot write exported/observations.csv: File too large")
        #expect(desk.names == ["minerbook.db"])
    }

    @Test func `restore leaves nothing if the replaced book cannot be kept`() throws {
        try desk.run("init", "--database", "small.db")
        let before = try desk.bytes(of: "minerbook.db")
        let limit = try desk.bytes(of: "small.db").count / 512 + 64
        let refused = try desk.shell("ulimit -f \(limit); minerbook restore small.db", exits: 74)
        let message =
            /Error: minerbook\.db\.replaced-\w+: reading or writing failed: File too large; .+\n/
        #expect(refused.stderr.wholeMatch(of: message) != nil, refused.comment)
        #expect(try desk.bytes(of: "minerbook.db") == before)
        #expect(desk.names == ["minerbook.db", "small.db"])
    }
}
