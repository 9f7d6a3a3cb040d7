import Testing

/// stdout is for data and stderr for messages; what happens if either cannot be written.
@Suite("Streams")
struct StreamTests {
    let desk: Desk

    init() throws { desk = try Desk.withSampleData() }

    @Test(arguments: [
        "report sector", "export", "list metrics", "import --format json SampleData/groups.csv",
    ])
    func `stdout on a full disk is an error`(command: String) throws {
        try desk.shell("minerbook --quiet \(command) > /dev/full", exits: 74)
            .says("Error: cannot write to stdout: No space left on device")
    }

    @Test func `--output on a full disk is an error`() throws {
        try desk.run("report", "sector", "--output", "/dev/full", exits: 74)
            .says("Error: cannot write /dev/full: No space left on device")
    }

    @Test(arguments: ["export", "report sector --format json", "list sources"])
    func `a closed pipe ends the program without a message`(command: String) throws {
        let first = try desk.shell("minerbook \(command) | head -1").says()
        #expect(first.lines.count == 1, first.comment)
        // Also if the parent process ignores SIGPIPE; the exit code is that of minerbook.
        try desk.shell("trap '' PIPE; (minerbook \(command); echo \"code $?\" >&2) | true")
            .says("code 0")
    }

    @Test func `a closed pipe does not hide what check has found`() throws {
        try desk.shell("printf damage | dd of=minerbook.db bs=1 seek=20000 conv=notrunc 2>&1")
        try desk.shell(
            "trap '' PIPE; (minerbook check --format csv; echo \"code $?\" >&2) | true"
        ).says("code 65")
    }

    @Test func `a closed stdout is an error, a closed stderr is not`() throws {
        try desk.shell("minerbook export >&-", exits: 74)
            .says("Error: cannot write to stdout: Bad file descriptor")
        try desk.shell("minerbook init 2>&-").says()
    }

    @Test func `--quiet prints only errors on stderr`() throws {
        try desk.run("--quiet", "check").says()
        try desk.run("check", "-q").says()
        try desk.run("--quiet", "init").says()
        try desk.run("--quiet", "export", "--output", "out").says()
        try desk.run("--quiet", "import", "nix.csv", exits: 66)
            .says("Error: cannot open nix.csv: No such file or directory")
    }

    @Test func `nothing is colored or shortened if stdout is not a terminal`() throws {
        for arguments in [["report", "sector"], ["list", "sources"], ["show", "MARA"]] {
            let plain = try desk.run(arguments)
            #expect(!plain.stdout.contains("\u{1B}"), plain.comment)
            #expect(!plain.stdout.contains("…"), plain.comment)
            #expect(try desk.run(arguments + ["--no-color"]).bytes == plain.bytes)
            let narrow = try desk.run(arguments, environment: ["COLUMNS": "20"])
            #expect(narrow.bytes == plain.bytes, narrow.comment)
        }
    }

    @Test func `the locale changes nothing`() throws {
        let plain = try desk.run("report", "sector")
        for locale in ["de_DE.UTF-8", "tr_TR.UTF-8", "C"] {
            let other = try desk.run("report", "sector", environment: ["LC_ALL": locale])
            #expect(other.bytes == plain.bytes, other.comment)
        }
    }
}
