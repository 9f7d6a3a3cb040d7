import Foundation
import Testing

/// The files of a lake on a desk.
struct LakeFiles {
    /// By their paths from the folder of the lake.
    let contents: [String: Data]

    init(_ name: String = "lake", of desk: Desk) throws {
        let root = desk.folder.appending(path: name)
        var contents: [String: Data] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) {
            let url = root.appending(path: path)
            if try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
                contents[path] = try Data(contentsOf: url)
            }
        }
        self.contents = contents
    }

    /// The paths, sorted.
    var paths: [String] { contents.keys.sorted() }

    /// The paths of the files of observations, without the digests in their names.
    var partitions: [String] {
        paths.filter { $0.hasPrefix("observations/") }
            .map { String($0.dropFirst(13).dropLast("-0123456789abcdef.csv.gz".count)) }
    }

    /// The paths that `manifest.json` names.
    func named() throws -> [String] {
        try entries("files").compactMap { $0["path"] as? String }
    }

    /// The objects of a list of `manifest.json`.
    func entries(_ list: String) throws -> [[String: Any]] {
        let manifest = try #require(contents["manifest.json"])
        let root = try JSONSerialization.jsonObject(with: manifest) as? [String: Any]
        return try #require(root?[list] as? [[String: Any]])
    }
}
