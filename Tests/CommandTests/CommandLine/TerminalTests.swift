import TestSupport
import Testing

/// Runs the program on a terminal that `script` makes.
@Suite("Terminals")
struct TerminalTests {
    let desk: Desk

    init() throws { desk = try Desk() }

    private func isColored(_ environment: String) throws -> Bool {
        let command = "env \(environment) script -qec 'minerbook list metrics' /dev/null"
        return try desk.shell(command).stdout.contains("\u{1B}")
    }

    @Test(arguments: ["TERM=dumb", "TERM=", "-u TERM", "TERM=xterm NO_COLOR=1"])
    func `a terminal without escape sequences gets none`(environment: String) throws {
        #expect(try !isColored(environment))
    }

    @Test func `other terminals show headings in bold`() throws {
        #expect(try isColored("TERM=xterm"))
    }
}
