import Foundation
import Testing

/// The output and exit code of a command.
struct Outcome {
    let command: String
    let folder: String
    /// Its stdout.
    let bytes: Data
    let stderr: String
    let code: Int32

    var stdout: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines of stdout that are not empty, without line ends.
    var lines: [String] { stdout.split(separator: "\n").map(String.init) }

    /// The command and its complete output, for the message of a failing test.
    var comment: Comment {
        """
        $ cd \(folder)
        $ \(command)
        \(stdout.prefix(4_000))
        --- stderr
        \(stderr.prefix(4_000))
        --- exit code \(code)
        """
    }

    /// Expects exactly these lines on stderr.
    @discardableResult
    func says(_ lines: String..., at location: SourceLocation = #_sourceLocation) -> Outcome {
        let expected = lines.map { $0 + "\n" }.joined()
        #expect(stderr == expected, comment, sourceLocation: location)
        return self
    }

    /// Expects exactly these lines on stdout.
    @discardableResult
    func prints(_ lines: String..., at location: SourceLocation = #_sourceLocation) -> Outcome {
        let expected = lines.map { $0 + "\n" }.joined()
        #expect(stdout == expected, comment, sourceLocation: location)
        return self
    }

    /// Expects stderr to begin with this line and stdout to be empty, as for an invalid command line;
    /// the usage follows.
    func refuses(_ line: String, at location: SourceLocation = #_sourceLocation) {
        #expect(bytes.isEmpty, comment, sourceLocation: location)
        #expect(stderr.hasPrefix(line + "\n"), comment, sourceLocation: location)
    }

    /// Expects stdout to equal the golden file, byte for byte. With `UPDATE_GOLDEN=1` in the
    /// environment it writes the file instead.
    func matches(golden name: String, at location: SourceLocation = #_sourceLocation) throws {
        try compare(bytes, with: name, at: location)
    }

    /// Expects stderr to equal the golden file, which `UPDATE_GOLDEN=1` writes.
    func says(golden name: String, at location: SourceLocation = #_sourceLocation) throws {
        try compare(Data(stderr.utf8), with: name, at: location)
    }

    private func compare(_ output: Data, with name: String, at location: SourceLocation) throws {
        let file = Desk.packageRoot.appending(path: "Tests/CommandTests/Golden/\(name)")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            return try output.write(to: file)
        }
        let golden = try? Data(contentsOf: file)
        let problem = golden == nil ? "is missing" : "differs from the output"
        #expect(
            golden == output,
            """
            \(name) \(problem); if the new output is right, update it with UPDATE_GOLDEN=1 swift test
            \(comment)
            """,
            sourceLocation: location)
    }
}
