import ArgumentParser
import Files
import SystemPackage

/// The files that a command reads and writes besides its book, as far as its command line tells.
///
/// `check` refuses an output that would destroy something: the book, an input, another book, or
/// another output of the same call. It also refuses an empty path.
struct UsedFiles {
    private let book: BookLocation
    /// The paths to be read, each with what it is: `the input q4.csv`. `-` is stdin.
    private var inputs: [(path: String, title: String)] = []
    /// The paths to be written.
    private var outputs: [String] = []
    /// Other paths of the command line.
    private var others: [String] = []

    /// The files of a command whose book is at this location.
    init(book location: BookLocation) { book = location }

    /// Adds a file to be read, as named on the command line; `-` is stdin.
    mutating func addInput(_ path: String, as title: String = "an input of this command") {
        inputs.append((path, title))
    }

    /// Adds a file to be written, if there is one.
    mutating func addOutput(_ path: String?) {
        if let path { outputs.append(path) }
    }

    /// Adds a path that must not be empty; the command itself protects what is there.
    mutating func addPath(_ path: String?) {
        if let path { others.append(path) }
    }

    /// - Throws: `ExitError` with code 64, before anything was read or written.
    func check() throws(ExitError) {
        guard !([book.path] + inputs.map(\.path) + outputs + others).contains("") else {
            throw ExitError(
                "a path is empty, perhaps since a variable of the shell is not set", .usage)
        }
        let streams = [(Int32(1), "stdout"), (2, "stderr")].compactMap { number, name in
            FileIdentity(descriptor: number).map { (number: number, name: name, identity: $0) }
        }
        // Most commands write to a terminal or a pipe alone, which destroys nothing; what they
        // read is then not looked for.
        guard !streams.isEmpty || !outputs.isEmpty else { return }
        let kept = KeptFiles(book: book, inputs: inputs)
        for stream in streams {
            let reason =
                kept.reason(toKeep: stream.identity) ?? KeptFiles.reason(toKeepOpen: stream.number)
            guard let reason else { continue }
            // A message on stderr would end up in that very file.
            guard stream.number == 1 else { throw ExitError([], .usage) }
            throw ExitError(
                "cannot write to \(stream.name): \(reason); redirect it to another file", .usage)
        }
        var earlier = Set(streams.map(\.identity))
        for path in outputs {
            // A path that cannot be followed is refused later, when it is written.
            guard let place = try? FilePlace(path) else { continue }
            if let reason = kept.reason(toRefuse: place, &earlier) {
                throw ExitError("cannot write to \(path): \(reason); name another file", .usage)
            }
        }
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
