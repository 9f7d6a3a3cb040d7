import Application
import Foundation
import Importing
import StorageSQLite
import Testing

@testable import minerbook

/// Every problem that import can report: its smallest file, its message, and docs/errors.md.
@Suite("Errors of import")
struct ErrorTests {
    private static let updates = ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1"

    @Test(arguments: ImportErrorName.allCases)
    func `each smallest file gives exactly its message`(name: ImportErrorName) throws {
        let fixture = ErrorFixture(name)
        let said = try message(of: fixture)
        let golden = fixture.folder.appending(path: "message.txt")
        if Self.updates { try Data(said.utf8).write(to: golden) }
        #expect(
            try said == String(contentsOf: golden, encoding: .utf8),
            "where the new message is right, write it with UPDATE_GOLDEN=1 swift test")
    }

    @Test(arguments: ImportErrorName.allCases)
    func `each folder is named after the problem it causes`(name: ImportErrorName) throws {
        let fixture = ErrorFixture(name)
        if let profile = fixture.profile {
            var diagnostics = Diagnostics()
            let text = try String(contentsOfFile: fixture.path(of: profile), encoding: .utf8)
            guard Profile(profile, text, reporting: &diagnostics) != nil else {
                #expect(Set(diagnostics.problems.map { ImportErrorName($0.reason) }) == [name])
                return
            }
        }
        let paths = try fixture.files.map(fixture.path)
        let options = fixture.options.map { $0 == fixture.profile ? fixture.path(of: $0) : $0 }
        let book = try SQLiteBook()
        _ = try ImportFiles.run(
            ErrorFixture.book.map { try FileSource(path: $0) },
            ImportSettings(version: "1", now: .now), into: book)
        let command: ImportCommand
        do {
            command = try ImportCommand.parse(paths + options)
        } catch {
            #expect([.notMapping, .notMeaning].contains(name), "\(error)")
            return
        }
        let summary = try ImportFiles.run(
            command.files.map { try FileSource(path: $0) }, try command.settings(), into: book)
        let found = summary.diagnostics.problems + summary.diagnostics.warnings
        let isConflict = name.rawValue.lowercased().hasSuffix("conflict")
        #expect(
            Set(found.map { ImportErrorName($0.reason) }) == (isConflict ? [] : [name]), "\(found)")
        #expect(summary.conflictCount == (isConflict ? 1 : 0))
    }

    @Test(arguments: ImportProblem.Code.allCases)
    func `every code of a problem has an example`(code: ImportProblem.Code) {
        let hasExample = ImportErrorName(rawValue: code.rawValue) != nil
        #expect(hasExample != ImportErrorName.withoutExample.contains(code))
    }

    @Test func `every problem has a folder, and there are no other folders`() throws {
        #expect(try ErrorFixture.folders == Set(ImportErrorName.allCases.map(\.rawValue)))
    }

    @Test func `docs/errors.md lists all of them`() throws {
        var text = """
            # Errors of import

            What `minerbook import` finds wrong, each with the smallest file that shows it and what \
            is said. Nothing is imported then, and the exit code is 65 (64 where the command line is \
            wrong); warnings do not stop an import. Each file is imported into a book with these \
            companies and this alias:


            """
        for path in ErrorFixture.book {
            text += "\n```csv\n\(try String(contentsOfFile: path, encoding: .utf8))```\n"
        }
        text += "\nThis page is made by a test out of Tests/Fixtures/Errors.\n\n"
        for name in ImportErrorName.allCases {
            let fixture = ErrorFixture(name)
            if let section = name.section { text += "## \(section)\n\n" }
            let golden = try String(
                contentsOf: fixture.folder.appending(path: "message.txt"), encoding: .utf8)
            // Its last line is the exit code.
            let message = golden.split(separator: "\n").dropLast().joined(separator: "\n")
            text += try fixture.section(message: message)
        }
        text.removeLast()
        let page = Desk.packageRoot.appending(path: "docs/errors.md")
        if Self.updates { try Data(text.utf8).write(to: page) }
        #expect(
            try text == String(contentsOf: page, encoding: .utf8),
            "docs/errors.md is not what the fixtures give; write it with UPDATE_GOLDEN=1 swift test"
        )
    }

    /// What is printed on stderr, followed by a line with the exit code.
    private func message(of fixture: ErrorFixture) throws -> String {
        let desk = try Desk()
        try desk.run(["import"] + ErrorFixture.book)
        for file in try fixture.files + [fixture.profile].compactMap(\.self) {
            try FileManager.default.copyItem(
                at: fixture.folder.appending(path: file),
                to: desk.folder.appending(path: file))
        }
        // The exit code is part of the comparison.
        let call = (["minerbook", "import"] + (try fixture.files) + fixture.options)
            .map { "'\($0)'" }.joined(separator: " ")
        return try desk.shell("\(call) 2>&1 >/dev/null; echo exit code $?").stdout
    }
}
