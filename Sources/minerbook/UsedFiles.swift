import ArgumentParser
import Files

/// The files that a command reads and writes besides its book, as far as its command line tells.
///
/// `check` refuses an output that would destroy something: the book, an input, another book, or
/// another output of the same call.
struct UsedFiles {
    /// What must stay as it is, each with what it is: `the input q4.csv`.
    private var kept: [(identity: FileIdentity, title: String)] = []
    /// The paths to be written.
    private var outputs: [String] = []

    /// The files of a command that has its book there.
    init(book location: BookLocation) {
        keep(location.path, as: "the book")
        for journal in location.journals { keep(journal, as: "the book's journal") }
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
        let identity = (try? FilePlace(path))?.identity ?? FileIdentity(path: path)
        if let identity { kept.append((identity, title)) }
    }

    /// - Throws: `Failure` with code 64, before anything was read or written.
    func check() throws(Failure) {
        if let stdout = FileIdentity(descriptor: 1) { try refuse(stdout, "stdout") }
        if let stderr = FileIdentity(descriptor: 2), kept.contains(where: { $0.identity == stderr })
        {
            // A message would end up in that very file.
            throw Failure([], .usage)
        }
        var earlier: Set<FileIdentity> = []
        for path in outputs {
            // What cannot be followed cannot be written either, and is refused then.
            guard let place = try? FilePlace(path), let identity = place.identity else { continue }
            try refuse(identity, path)
            guard case .file = place.content else {
                if case .nothing = place.content, !earlier.insert(identity).inserted {
                    throw Self.refusal(path, "it is another output of this command")
                }
                continue
            }
            guard earlier.insert(identity).inserted else {
                throw Self.refusal(path, "it is another output of this command")
            }
            if BookLocation.isDatabase(at: place.path) {
                throw Self.refusal(path, "it is a database, such as a book")
            }
        }
    }

    private func refuse(_ output: FileIdentity, _ path: String) throws(Failure) {
        for (identity, title) in kept where identity == output {
            throw Self.refusal(path, "it is \(title)")
        }
    }

    private static func refusal(_ path: String, _ reason: String) -> Failure {
        Failure("cannot write to \(path): \(reason); name another file", .usage)
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
