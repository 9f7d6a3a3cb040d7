import Foundation
import Testing

/// What a command printed and how it ended.
struct Outcome {
    let command: String
    let folder: String
    /// Its stdout.
    let bytes: Data
    let stderr: String
    let code: Int32

    var stdout: String { String(decoding: bytes, as: UTF8.self) }

    /// The lines of stdout, without the ends of lines.
    var lines: [String] { stdout.split(separator: "\n").map(String.init) }

    /// All there is to know, for a test that fails.
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

    /// Expects a stderr that begins with this line and stdout to be empty: what a refused
    /// command line gives, whose usage follows.
    func refuses(_ line: String, at location: SourceLocation = #_sourceLocation) {
        #expect(bytes.isEmpty, comment, sourceLocation: location)
        #expect(stderr.hasPrefix(line + "\n"), comment, sourceLocation: location)
    }

    /// Expects on stdout what the golden file holds, byte for byte. With `UPDATE_GOLDEN=1` in
    /// the environment, writes it there instead.
    func matches(golden name: String, at location: SourceLocation = #_sourceLocation) throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden").appending(path: name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            return try bytes.write(to: file)
        }
        let golden = try? Data(contentsOf: file)
        let hint = "\(name) \(golden == nil ? "is missing" : "is not what is printed"); where the "
        #expect(
            golden == bytes,
            "\(hint)new output is right, write it with UPDATE_GOLDEN=1 swift test\n\(comment)",
            sourceLocation: location)
    }
}
