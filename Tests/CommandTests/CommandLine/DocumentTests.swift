import Foundation
import Testing

/// Documents that name files of the project.
@Suite("Documents")
struct DocumentTests {
    @Test(arguments: [
        "docs/ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "docs/DECISIONS.md",
    ])
    func `every path that a document names exists`(document: String) throws {
        let text = try String(
            contentsOf: Desk.packageRoot.appending(path: document), encoding: .utf8)
        let paths = text.matches(of: /`((?:Sources|Tests|Migrations|Profiles|docs)\/[^` ]*)`/)
            .map { String($0.1) }.filter { !$0.contains("NAME") }
        for path in paths {
            #expect(
                FileManager.default.fileExists(
                    atPath: Desk.packageRoot.appending(path: path).path), "\(document): \(path)")
        }
    }
}
