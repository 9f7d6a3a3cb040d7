import Foundation

/// A folder of Tests/Fixtures/Errors: the smallest files that cause one problem of an import.
///
/// | file | content |
/// |---|---|
/// | `*.csv`, `*.json` | the files to import, into a book with the two files next to the folders |
/// | `mine.profile` | a profile that the options name; optional |
/// | `options.txt` | the options of the call, one word per line; optional |
/// | `message.txt` | the expected stderr and exit code |
/// | `hint.md` | a line for docs/errors.md if the message needs an explanation; optional |
struct ErrorFixture {
    let name: ImportErrorName
    let folder: URL

    init(_ name: ImportErrorName) {
        self.name = name
        folder = Self.root.appending(path: name.rawValue)
    }

    static let root = Desk.packageRoot.appending(path: "Tests/Fixtures/Errors")

    /// The files of the book into which the fixture is imported.
    static let book = ["companies.csv", "aliases.csv"].map { root.appending(path: $0).path }

    /// The names of all fixture folders.
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
                .filter { $0.hasSuffix(".csv") || $0.hasSuffix(".json") }.sorted()
        }
    }

    /// The name of the profile's file, or nil if there is none.
    var profile: String? {
        let name = "mine.profile"
        return FileManager.default.fileExists(atPath: path(of: name)) ? name : nil
    }

    func path(of file: String) -> String { folder.appending(path: file).path }

    var options: [String] { lines(of: "options.txt") }

    var hint: String? { lines(of: "hint.md").first }

    /// The section of docs/errors.md for this fixture, with the program's message.
    func section(message: String) throws -> String {
        var text = "### \(name.title)\n\n"
        for file in try files + [profile].compactMap(\.self) {
            let bytes = try Data(contentsOf: folder.appending(path: file))
            let language = file == profile ? "" : file.hasSuffix(".json") ? "json" : "csv"
            text += "`\(file)`\n\n```\(language)\n\(Self.shown(bytes))```\n\n"
        }
        let command = (["minerbook import"] + (try files) + options).joined(separator: " ")
        // Leaves out the last line of every rejection and the usage that the argument parser prints.
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

    /// The text of a file, with bytes that are not UTF-8 as `\xE9`.
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
