/// The names of the files of a lake. Each data file has a digest of its content in its name, so
/// that a name never stands for two contents, and a reader never gets another file than it was
/// told.
package enum LakeLayout {
    package static let manifest = "manifest.json"

    private static let ending = ".csv.gz"
    private static let digestLength = 16

    /// The path of a data file from the folder of the lake. `sha256` is that of its bytes. Only
    /// files of observations have a partition.
    package static func path(
        of table: LakeTable, _ partition: LakePartition?, sha256: String
    ) -> String {
        let digest = sha256.prefix(digestLength)
        guard let partition else { return "\(table.rawValue)/\(table.rawValue)-\(digest)\(ending)" }
        let number = String(partition.importNumber)
        let padded = String(repeating: "0", count: max(0, 6 - number.count)) + number
        return "\(table.rawValue)/metric=\(partition.metric.code)/year=\(partition.year)/"
            + "import-\(padded)-\(digest)\(ending)"
    }

    /// Whether a path from the folder of the lake is one that `path` makes, now or in another
    /// version of the book.
    package static func isDataFile(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = parts.last, name.hasSuffix(ending), isFolder(parts.dropLast()) else {
            return false
        }
        let words = name.dropLast(ending.count).split(separator: "-")
        guard let digest = words.last, digest.utf8.count == digestLength,
            digest.utf8.allSatisfy(isHexadecimal)
        else { return false }
        switch (parts.count, words.count) {
        case (2, 2): return words[0] == parts[0]
        case (4, 3): return words[0] == "import" && isNumber(words[1])
        default: return false
        }
    }

    /// Whether a path from the folder of the lake is that of a folder in which data files are, or
    /// of one that leads to it.
    package static func isFolder(_ path: String) -> Bool {
        isFolder(path.split(separator: "/", omittingEmptySubsequences: false)[...])
    }

    private static func isFolder(_ parts: ArraySlice<Substring>) -> Bool {
        guard let first = parts.first, let table = LakeTable(rawValue: String(first)) else {
            return false
        }
        let rest = Array(parts.dropFirst())
        if rest.isEmpty { return true }
        guard table == .observations, rest.count <= 2, let metric = rest[0].value(of: "metric"),
            !metric.isEmpty, metric.utf8.allSatisfy(isOfCode)
        else { return false }
        return rest.count == 1 || rest[1].value(of: "year").map(isNumber) == true
    }

    private static func isNumber(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    /// Whether codes of metrics have such a character.
    private static func isOfCode(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || byte == UInt8(ascii: "_")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}

extension Substring {
    /// What follows `name=`; nil if the text does not begin with that.
    fileprivate func value(of name: String) -> Substring? {
        hasPrefix("\(name)=") ? dropFirst(name.count + 1) : nil
    }
}
