/// The list of the files of a lake, `manifest.json`. It is replaced after all files are in place,
/// so what it names is of one moment. It has no time, so an unchanged book gives the same bytes.
package struct LakeManifest {
    /// A file of the lake.
    package struct File: Sendable {
        package var table: LakeTable
        /// From the folder of the lake, with `/`.
        package var path: String
        /// Where it belongs; nil for a file of another table than observations.
        package var partition: LakePartition?
        package var rows: Int
        package var bytes: Int
        /// Of the compressed bytes, in hexadecimal digits.
        package var sha256: String

        package init(
            table: LakeTable, path: String, partition: LakePartition?, rows: Int, bytes: Int,
            sha256: String
        ) {
            self.table = table
            self.path = path
            self.partition = partition
            self.rows = rows
            self.bytes = bytes
            self.sha256 = sha256
        }
    }

    /// What the book had after an import.
    package struct Snapshot: Sendable {
        package var importNumber: Int
        /// In UTC: `2026-01-15T12:30:00Z`.
        package var recorded: String
        /// How many observations it recorded that a snapshot has.
        package var added: Int
        /// How many observations of earlier imports it replaced or deleted.
        package var ended: Int
        /// How many observations the book had after it.
        package var observations: Int

        package init(
            importNumber: Int, recorded: String, added: Int, ended: Int, observations: Int
        ) {
            self.importNumber = importNumber
            self.recorded = recorded
            self.added = added
            self.ended = ended
            self.observations = observations
        }
    }

    /// How the text begins, up to the version of the layout.
    package static let start = "{\"minerbook_lake\": "
    /// The version of the layout that this program writes.
    package static let version = 1

    private let program: String
    private let snapshots: [Snapshot]
    private let files: [File]

    /// `program` is the version of the program.
    package init(program: String, snapshots: [Snapshot], files: [File]) {
        self.program = program
        self.snapshots = snapshots
        self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The paths of all files.
    package var paths: Set<String> { Set(files.map(\.path)) }

    /// The version of the layout of a manifest that begins with `text`; nil if it is no manifest.
    package static func version(of text: some StringProtocol) -> Int? {
        guard text.hasPrefix(start) else { return nil }
        return Int(text.dropFirst(start.count).prefix { $0.isASCII && $0.isNumber })
    }

    /// As JSON. No text in it comes from a file, so none needs to be escaped.
    package var json: String {
        """
        \(Self.start)\(Self.version), "program": "\(program)",
        "snapshots": [\(Self.lines(snapshots.map(\.json)))],
        "files": [\(Self.lines(files.map(\.json)))]}

        """
    }

    private static func lines(_ objects: [String]) -> String {
        objects.isEmpty ? "" : "\n\(objects.joined(separator: ",\n"))\n"
    }
}

extension LakeManifest.Snapshot {
    fileprivate var json: String {
        """
        {"import": \(importNumber), "recorded": "\(recorded)", "added": \(added), "ended": \(ended), \
        "observations": \(observations)}
        """
    }
}

extension LakeManifest.File {
    fileprivate var json: String {
        """
        {"table": "\(table.rawValue)", "path": "\(path)", "metric": \(text(partition?.metric.code)), \
        "year": \(number(partition?.year)), "import": \(number(partition?.importNumber)), \
        "rows": \(rows), "bytes": \(bytes), "sha256": "\(sha256)"}
        """
    }

    private func text(_ text: String?) -> String { text.map { "\"\($0)\"" } ?? "null" }

    private func number(_ number: Int?) -> String { number.map(String.init) ?? "null" }
}
