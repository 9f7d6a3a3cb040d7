import Foundation

/// A folder of Tests/Fixtures/Errors: the smallest files that make import find one thing wrong.
///
/// | file | holds |
/// |---|---|
/// | `*.csv` | what is imported, in one call, into a book with the two files beside the folders |
/// | `mine.profile` | a profile that the options name; may lack |
/// | `options.txt` | the options of the call, one word a line; may lack |
/// | `message.txt` | what is then said on stderr, and the exit code |
/// | `hint.md` | a line for docs/errors.md where the message does not say enough; may lack |
struct ErrorFixture {
    let name: ImportErrorName
    let folder: URL

    init(_ name: ImportErrorName) {
        self.name = name
        folder = Self.root.appending(path: name.rawValue)
    }

    static let root = Desk.packageRoot.appending(path: "Tests/Fixtures/Errors")

    /// The book that the files are imported into.
    static let book = ["companies.csv", "aliases.csv"].map { root.appending(path: $0).path }

    /// The names of the folders there are.
    static var folders: Set<String> {
        get throws {
            let all = try FileManager.default.contentsOfDirectory(
                at: root, includingPropertiesForKeys: [.isDirectoryKey])
            return Set(all.filter(\.hasDirectoryPath).map(\.lastPathComponent))
        }
    }

    var files: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".csv") }.sorted()
        }
    }

    /// The name of the profile's file; `nil` where there is none.
    var profile: String? {
        let name = "mine.profile"
        return FileManager.default.fileExists(atPath: path(of: name)) ? name : nil
    }

    func path(of file: String) -> String { folder.appending(path: file).path }

    var options: [String] { lines(of: "options.txt") }

    var hint: String? { lines(of: "hint.md").first }

    /// What docs/errors.md has of it, `message` being what the program says.
    func section(message: String) throws -> String {
        var text = "### \(name.title)\n\n"
        for file in try files + [profile].compactMap(\.self) {
            let bytes = try Data(contentsOf: folder.appending(path: file))
            let language = file == profile ? "" : "csv"
            text += "`\(file)`\n\n```\(language)\n\(Self.shown(bytes))```\n\n"
        }
        let command = (["minerbook import"] + (try files) + options).joined(separator: " ")
        // What every refusal ends with, and what the parser adds, says nothing of this one.
        let said = message.split(separator: "\n").filter { line in
            !["Error: nothing was imported:", "Help:", "Usage:", "  See 'minerbook"]
                .contains(where: line.hasPrefix)
        }
        text += "```console\n$ \(command)\n\(said.joined(separator: "\n"))\n```\n\n"
        if let hint { text += "\(hint)\n\n" }
        return text
    }

    private func lines(of file: String) -> [String] {
        let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
        return text?.split(separator: "\n").map(String.init) ?? []
    }

    /// Text as it is, and bytes that are none as `\xE9`.
    private static func shown(_ bytes: Data) -> String {
        if let text = String(bytes: bytes, encoding: .utf8), !text.contains("\0") {
            return text.isEmpty || text.hasSuffix("\n") ? text : text + "\n"
        }
        let text = bytes.map { byte in
            switch byte {
            case 0x0A, 0x20..<0x7F: String(UnicodeScalar(byte))
            default: "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
        return text.hasSuffix("\n") ? text : text + "\n"
    }
}
