import Files
import SystemPackage

/// The files that a command must not write to: its book with what belongs to it, and its inputs.
struct KeptFiles {
    /// Each with what it is: `the input q4.csv`.
    private var files: [(identity: FileIdentity, title: String)] = []
    /// The folder of the book, and how the names of the copies that an upgrade keeps begin.
    private let copies: [(folder: FileIdentity?, start: String)]

    /// Finds the files; those that do not exist are not among them. The input `-` is stdin.
    init(book location: BookLocation, inputs: [(path: String, title: String)]) {
        copies = location.upgradeCopyPrefixes.map {
            (FileIdentity(path: $0.folder), $0.lastComponent?.string ?? "")
        }
        if let file = location.file { keep(file, as: "the book") }
        for journal in location.journals {
            if let identity = FileIdentity(path: journal) {
                files.append((identity, "the book's journal"))
            }
        }
        for (path, title) in inputs {
            if path != "-" {
                keep(path, as: title)
            } else if let identity = FileIdentity(descriptor: 0) {
                files.append((identity, title))
            }
        }
    }

    private mutating func keep(_ path: String, as title: String) {
        let identity = (try? FilePlace(path))?.identity ?? FileIdentity(path: FilePath(path))
        if let identity { files.append((identity, title)) }
    }

    /// Why a file must not be written to; nil if it may be.
    func reason(toRefuse place: FilePlace, _ earlier: inout Set<FileIdentity>) -> String? {
        if case .unavailable(let reason) = place.content { return reason }
        guard let identity = place.identity else { return nil }
        if let reason = reason(toKeep: identity) { return reason }
        for (folder, start) in copies where FileIdentity(path: place.folder) == folder {
            if place.path.lastComponent?.string.hasPrefix(start) == true {
                return "an upgrade of the book keeps a copy under such a name"
            }
        }
        switch place.content {
        case .descriptor(let number):
            // `--output /dev/stdout` is stdout itself, not another output.
            return Self.reason(toKeepOpen: number)
        case .file:
            guard let bytes = try? place.firstBytes(16) else {
                return "it cannot be read, so it may be a book"
            }
            if let reason = BookLocation.reasonToKeep(firstBytes: bytes) { return reason }
        case .nothing: break
        case .folder, .special, .unavailable: return nil
        }
        return earlier.insert(identity).inserted ? nil : "it is another output of this command"
    }

    /// Why this file must stay as it is; nil if it is none of these.
    func reason(toKeep output: FileIdentity) -> String? {
        files.first { $0.identity == output }.map { "it is \($0.title)" }
    }

    /// Why an open file must not be written to; nil if it may be. A file that cannot be read may
    /// be: it was not opened to be replaced, and may be a log.
    static func reason(toKeepOpen number: Int32) -> String? {
        guard FileIdentity(descriptor: number) != nil else { return nil }
        let bytes =
            (try? FileDescriptor(rawValue: number).firstBytes(16))
            ?? (try? FilePlace("/dev/fd/\(number)").firstBytes(16))
        return bytes.flatMap(BookLocation.reasonToKeep)
    }
}
