import Foundation
import Testing

/// README.md shows what the program really does.
@Suite("README")
struct ReadmeTests {
    private static let file = Desk.packageRoot.appending(path: "README.md")

    private func readme() throws -> [String] {
        let text = try #require(
            try? String(contentsOf: Self.file, encoding: .utf8), "there is no README.md yet")
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: CommandLineTests.commands)
    func `names every command`(command: String) throws {
        let text = try readme().joined(separator: "\n")
        #expect(text.contains("minerbook \(command)") || text.contains("`\(command)"))
    }

    /// With `UPDATE_GOLDEN=1` in the environment, it writes what `demo` prints to README.md.
    @Test func `shows what demo prints, line by line`() throws {
        var lines = try readme()
        let start = try #require(
            lines.indices.dropLast().first {
                lines[$0].hasPrefix("```") && lines[$0 + 1].hasPrefix("$ make demo")
            }, "README.md has no code block that begins with $ make demo")
        let end = try #require(lines[(start + 2)...].firstIndex { $0.hasPrefix("```") })
        let demo = try Desk().run("demo").stdout.split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast().map(String.init)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            lines.replaceSubrange((start + 2)..<end, with: demo)
            return try Data(lines.joined(separator: "\n").utf8).write(to: Self.file)
        }
        let shown = lines[(start + 2)..<end]
        #expect(shown.count == demo.count)
        for (shown, printed) in zip(shown, demo) { #expect(shown == printed) }
    }
}
