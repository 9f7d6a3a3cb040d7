import ArgumentParser
import Files
import SystemPackage

/// The files that a command reads and writes besides its book, as far as its command line tells.
///
/// `check` refuses an output that would destroy something: the book, an input, another book, or
/// another output of the same call.
struct UsedFiles {
    /// What must stay as it is, each with what it is: `the input q4.csv`.
    private var kept: [(identity: FileIdentity, title: String)] = []
    /// The paths to be written.
    private var outputs: [String] = []
    /// The folder of the book, and how the names of the copies that an upgrade keeps begin.
    private var copies: [(folder: FileIdentity?, start: String)] = []

    /// The files of a command that has its book there.
    init(book location: BookLocation) {
        keep(location.path, as: "the book")
        for journal in location.journals {
            if let identity = FileIdentity(path: journal) {
                kept.append((identity, "the book's journal"))
            }
        }
        copies = location.copyStarts.map {
            (FileIdentity(path: $0.folder), $0.lastComponent?.string ?? "")
        }
    }

    /// Adds a file to be read, as named on the command line; `-` is stdin.
    mutating func addInput(_ path: String, as title: String = "an input of this command") {
        if path == "-" {
            if let identity = FileIdentity(descriptor: 0) { kept.append((identity, title)) }
        } else {
            keep(path, as: title)
        }
    }

    /// Adds a file to be written, if there is one.
    mutating func addOutput(_ path: String?) {
        if let path { outputs.append(path) }
    }

    private mutating func keep(_ path: String, as title: String) {
        let identity = (try? FilePlace(path))?.identity ?? FileIdentity(path: FilePath(path))
        if let identity { kept.append((identity, title)) }
    }

    /// - Throws: `Failure` with code 64, before anything was read or written.
    func check() throws(Failure) {
        var earlier: Set<FileIdentity> = []
        for (number, name) in [(Int32(1), "stdout"), (2, "stderr")] {
            guard let identity = FileIdentity(descriptor: number) else { continue }
            if let reason = reason(toKeep: identity) ?? Self.reason(toKeepOpen: number) {
                // A message on stderr would end up in that very file.
                guard number == 1 else { throw Failure([], .usage) }
                throw Failure(
                    "cannot write to \(name): \(reason); redirect it to another file", .usage)
            }
            earlier.insert(identity)
        }
        for path in outputs {
            // What cannot be followed cannot be written either, and is refused then.
            guard let place = try? FilePlace(path) else { continue }
            if let reason = reason(toRefuse: place, &earlier) {
                throw Failure("cannot write to \(path): \(reason); name another file", .usage)
            }
        }
    }

    /// Why a file must not be written to; nil if it may be.
    private func reason(toRefuse place: FilePlace, _ earlier: inout Set<FileIdentity>) -> String? {
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
            if let reason = BookLocation.refusal(ofFirstBytes: bytes) { return reason }
        case .nothing: break
        case .folder, .special, .unavailable: return nil
        }
        return earlier.insert(identity).inserted ? nil : "it is another output of this command"
    }

    private func reason(toKeep output: FileIdentity) -> String? {
        kept.first { $0.identity == output }.map { "it is \($0.title)" }
    }

    /// Why an open file must not be written to. One that can only be written was not opened to be
    /// replaced, and may be a log.
    private static func reason(toKeepOpen number: Int32) -> String? {
        guard FileIdentity(descriptor: number) != nil else { return nil }
        let bytes =
            (try? FileDescriptor(rawValue: number).firstBytes(16))
            ?? (try? FilePlace("/dev/fd/\(number)").firstBytes(16))
        return bytes.flatMap(BookLocation.refusal)
    }
}

/// A command of the program: it has a book, and may read and write other files.
protocol BookCommand: ParsableCommand {
    var global: GlobalOptions { get }

    /// Adds the files that the command line names besides the book.
    func addFiles(to files: inout UsedFiles)
}

extension BookCommand {
    func addFiles(to files: inout UsedFiles) {}
}
