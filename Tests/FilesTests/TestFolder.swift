import Foundation

/// A folder of its own for a test, removed with this value.
final class TestFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.appending(path: name).path }

    func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
    }

    func put(_ text: String, _ name: String, mode: Int? = nil) throws {
        try Data(text.utf8).write(to: url.appending(path: name))
        if let mode {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: path(name))
        }
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: path(name), withDestinationPath: target)
    }

    func attribute(_ key: FileAttributeKey, of name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[key] as? Int
    }

    /// Everything in it, in order.
    var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
    }
}
