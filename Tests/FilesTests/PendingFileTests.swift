import Foundation
import Testing

@testable import Files

/// Files appear complete or not at all.
@Suite("Pending files")
final class PendingFileTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }

    private func put(_ text: String, _ name: String, mode: Int? = nil) throws {
        try Data(text.utf8).write(to: folder.appending(path: name))
        if let mode {
            try FileManager.default.setAttributes(
                [.posixPermissions: mode], ofItemAtPath: path(name))
        }
    }

    private func mode(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }

    private var names: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }

    private func prepared(_ name: String, _ text: String) throws -> PendingFile {
        let file = try PendingFile(for: path(name))
        try file.write(Array(text.utf8))
        try PendingFile.finish([file])
        return file
    }

    @Test func `a file does not exist before it is placed, and leaves no temporary file`()
        throws
    {
        let file = try prepared("new", "text")
        #expect(names.allSatisfy { $0.hasPrefix(".minerbook-") && $0.hasSuffix(".part") })
        try PendingFile.place([file])
        #expect(names == ["new"])
        #expect(try text("new") == "text")
    }

    @Test func `a file that is never placed changes nothing`() throws {
        try put("old", "kept")
        do { _ = try prepared("kept", "new") }
        #expect(names == ["kept"])
        #expect(try text("kept") == "old")
    }

    @Test(arguments: [0o600, 0o640, 0o755]) func `a replaced file keeps its permissions`(mode: Int)
        throws
    {
        try put("old", "file", mode: mode)
        try PendingFile.place([try prepared("file", "new")])
        #expect(try self.mode("file") == mode)
        #expect(try text("file") == "new")
    }

    @Test func `symbolic links are followed, even to a file that does not exist yet`() throws {
        try put("old", "target")
        for (link, target) in [("a", "target"), ("b", "a"), ("c", "future")] {
            try FileManager.default.createSymbolicLink(
                atPath: path(link), withDestinationPath: target)
        }
        try PendingFile.place([try prepared("b", "new"), try prepared("c", "made")])
        #expect(try text("target") == "new")
        #expect(try text("future") == "made")
        for link in ["a", "b", "c"] {
            #expect(
                (try? FileManager.default.destinationOfSymbolicLink(atPath: path(link))) != nil)
        }
    }

    @Test func `a cycle of links, a folder and a missing folder are errors`() throws {
        try FileManager.default.createSymbolicLink(atPath: path("x"), withDestinationPath: "y")
        try FileManager.default.createSymbolicLink(atPath: path("y"), withDestinationPath: "x")
        for (name, reason) in [
            ("x", "Too many levels of symbolic links"), ("", "Is a directory"),
            ("no/file", "No such file or directory"),
        ] {
            #expect(throws: FileError(.create, path(name), reason)) {
                try PendingFile(for: path(name))
            }
        }
    }

    @Test func `a read-only file is an error, even for root`() throws {
        try put("old", "file", mode: 0o444)
        #expect(throws: FileError(.create, path("file"), "it is read-only")) {
            try PendingFile(for: path("file"))
        }
        #expect(try text("file") == "old")
    }

    @Test func `a file name may be as long as the file system allows`() throws {
        let name = String(repeating: "n", count: 255)
        try PendingFile.place([try prepared(name, "text")])
        #expect(names == [name])
    }

    @Test func `several files are placed together or not at all`() throws {
        try put("old a", "a")
        try put("old c", "c")
        let files = [
            try prepared("a", "new a"), try prepared("b", "new b"), try prepared("c", "new c"),
        ]
        // A folder in the place of the last file.
        try FileManager.default.removeItem(atPath: path("c"))
        try FileManager.default.createDirectory(
            atPath: path("c"), withIntermediateDirectories: false)
        #expect(throws: FileError.self) { try PendingFile.place(files) }
        #expect(try text("a") == "old a")
        #expect(names.filter { !$0.hasPrefix(".") } == ["a", "c"])
    }

    @Test func `temporary files of killed processes are removed, those of running ones are not`()
        throws
    {
        try put("half", ".minerbook-1-1.part")
        try put("half", ".minerbook-1-1.part.old")
        try put("mine", ".minerbook-notes.txt")
        let living = try prepared("living", "text")
        try PendingFile.place([try prepared("other", "text")])
        try PendingFile.place([living])
        #expect(names == [".minerbook-notes.txt", "living", "other"])
    }

    @Test func `a device is written to directly`() throws {
        let file = try PendingFile(for: "/dev/null")
        try file.write([1])
        try PendingFile.finish([file])
        try PendingFile.place([file])
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
        #expect(throws: FileError(.write, "/dev/full", "No space left on device")) {
            try PendingFile(for: "/dev/full").write([1])
        }
    }
}
