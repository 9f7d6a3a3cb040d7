import Foundation
import Testing

/// README.md shows what the program really does.
@Suite("README")
struct ReadmeTests {
    private func readme() throws -> [String] {
        let file = Desk.packageRoot.appending(path: "README.md")
        let text = try #require(
            try? String(contentsOf: file, encoding: .utf8), "there is no README.md yet")
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: CommandLineTests.commands)
    func `names every command`(command: String) throws {
        let text = try readme().joined(separator: "\n")
        #expect(text.contains("minerbook \(command)") || text.contains("`\(command)"))
    }

    @Test func `shows what demo prints, line by line`() throws {
        let lines = try readme()
        let start = try #require(
            lines.indices.dropLast().first {
                lines[$0].hasPrefix("```") && lines[$0 + 1].hasPrefix("$ make demo")
            }, "README.md has no code block that begins with $ make demo")
        let shown = lines[(start + 2)...].prefix { !$0.hasPrefix("```") }
        let demo = try Desk().run("demo").stdout.split(
            separator: "\n", omittingEmptySubsequences: false
        ).dropLast().map(String.init)
        #expect(shown.count == demo.count)
        for (shown, printed) in zip(shown, demo) { #expect(shown == printed) }
    }
}
