/// The parts that a part of a workbook refers to.
final class Relationships: XMLHandler {
    private static let limit = 100_000

    private var entries: [(id: String, type: String, target: String)] = []
    private let folder: [Substring]
    private let name: String

    /// The relationships of a part; those of the whole archive for an empty path.
    ///
    /// - Throws: `WorkbookError` if they cannot be read.
    init(of path: String, in archive: ZipArchive) throws(WorkbookError) {
        folder = path.split(separator: "/").dropLast()
        name = (folder + ["_rels", "\(path.split(separator: "/").last ?? "").rels"])
            .joined(separator: "/")
        if archive.has(name) { try XMLReader.read(try archive.part(name), self) }
    }

    /// The part of the first relationship whose type ends like this.
    func first(_ type: String) -> String? {
        entries.first { $0.type == type }.map { path(of: $0.target) }
    }

    /// The part with this identifier; nil if there is none or it is of another type.
    func target(of id: String, ofType type: String) -> String? {
        entries.first { $0.id == id && $0.type == type }.map { path(of: $0.target) }
    }

    /// The name of a part in the archive. A target cannot lead out of it, because names are only
    /// looked up in its directory.
    private func path(of target: String) -> String {
        var parts = target.hasPrefix("/") ? [] : folder
        for part in target.split(separator: "/") {
            switch part {
            case "..": _ = parts.popLast()
            case ".": break
            default: parts.append(part)
            }
        }
        return parts.joined(separator: "/")
    }

    func start(_ element: XMLName, _ attributes: XMLAttributes, _ reader: XMLReader)
        throws(WorkbookError)
    {
        guard element.local == "Relationship", let id = attributes["Id"]?.string,
            let type = attributes["Type"]?.string, let target = attributes["Target"]?.string,
            attributes["TargetMode"]?.string != "External"
        else { return }
        guard entries.count < Self.limit else { throw .tooLarge(part: name, .items) }
        entries.append((id, String(type.split(separator: "/").last ?? ""), target))
    }

    func end(_ element: XMLName, _ reader: XMLReader) {}
    func text(_ bytes: UnsafeBufferPointer<UInt8>, _ reader: XMLReader) {}
}
