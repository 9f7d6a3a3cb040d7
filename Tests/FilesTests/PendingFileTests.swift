import Foundation
import SystemPackage
import Testing

@testable import Files

/// Files that appear whole or not at all.
@Suite("Pending files")
struct PendingFileTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    /// Finished files with these contents.
    private func prepared(_ contents: (name: String, text: String)...) throws -> PendingFiles {
        let files = PendingFiles()
        for (name, text) in contents {
            let file = try files.add(folder.path(name))
            try file.write(Array(text.utf8))
            file.complete()
        }
        try files.finish()
        return files
    }

    /// Adds a finished file whose part is where `names` says.
    private func add(
        _ name: String, _ text: String, to files: PendingFiles,
        names: (FilePath) throws(Errno) -> PartNames
    ) throws {
        let file = try PendingFile(for: folder.path(name), names: names) { _ in nil }
        try file.write(Array(text.utf8))
        files.add(file)
        try files.finish()
    }

    /// As in a folder that takes no new files.
    private func noNames(in folder: FilePath) throws(Errno) -> PartNames { throw .permissionDenied }

    @Test func `a file is not there before it is placed, and nothing is beside it afterwards`()
        throws
    {
        let files = try prepared(("new", "text"))
        #expect(folder.names.count == 2)
        #expect(folder.names.allSatisfy { PartNames.random(of: $0) != nil })
        try files.place()
        #expect(folder.names == ["new"])
        #expect(try folder.text("new") == "text")
    }

    @Test func `a file that is not placed changes nothing`() throws {
        try folder.put("old", "kept")
        do { _ = try prepared(("kept", "new")) }
        #expect(folder.names == ["kept"])
        #expect(try folder.text("kept") == "old")
    }

    @Test(arguments: [0o600, 0o666, 0o640, 0o2640, 0o755])
    func `a file keeps its mode and owner`(mode: Int) throws {
        try folder.put("old", "file", mode: mode)
        let owner = try folder.attribute(.ownerAccountID, of: "file")
        let group = try folder.attribute(.groupOwnerAccountID, of: "file")
        try prepared(("file", "new")).place()
        #expect(try folder.attribute(.posixPermissions, of: "file") == mode)
        #expect(try folder.attribute(.ownerAccountID, of: "file") == owner)
        #expect(try folder.attribute(.groupOwnerAccountID, of: "file") == group)
        #expect(try folder.text("file") == "new")
    }

    @Test func `links are followed to what they name, even if it is not there yet`() throws {
        try folder.put("old", "target")
        for (link, target) in [("a", "target"), ("b", "a"), ("c", "future")] {
            try folder.link(link, to: target)
        }
        try prepared(("b", "new"), ("c", "made")).place()
        #expect(try folder.text("target") == "new")
        #expect(try folder.text("future") == "made")
        for link in ["a", "b", "c"] {
            #expect(
                (try? FileManager.default.destinationOfSymbolicLink(atPath: folder.path(link)))
                    != nil)
        }
    }

    @Test func `a circle of links, a folder and a missing folder are refused`() throws {
        try folder.link("x", to: "y")
        try folder.link("y", to: "x")
        for (name, reason) in [
            ("x", "Too many levels of symbolic links"), ("", "Is a directory"),
            ("no/file", "No such file or directory"),
        ] {
            #expect(throws: FileError(.create, folder.path(name), reason)) {
                try prepared((name, ""))
            }
        }
    }

    @Test func `a read-only file is refused, also to root`() throws {
        try folder.put("old", "file", mode: 0o444)
        #expect(throws: FileError(.create, folder.path("file"), "it is read-only")) {
            try prepared(("file", ""))
        }
        #expect(try folder.text("file") == "old")
    }

    @Test func `what a file begins with can refuse that it is replaced`() throws {
        try folder.put("precious content", "file")
        let files = PendingFiles { $0.starts(with: "precious".utf8) ? "it is precious" : nil }
        #expect(throws: FileError(.create, folder.path("file"), "it is precious")) {
            try files.add(folder.path("file"))
        }
    }

    @Test func `a name may be as long as the file system allows`() throws {
        let name = String(repeating: "n", count: 255)
        try prepared((name, "text")).place()
        #expect(folder.names == [name])
    }

    @Test func `several files are placed together or not at all`() throws {
        try folder.put("old a", "a")
        try folder.put("old c", "c")
        let files = try prepared(("a", "new a"), ("b", "new b"), ("c", "new c"))
        try replaceByFolder("c")
        #expect(throws: FileError.self) { try files.place() }
        #expect(try folder.text("a") == "old a")
        #expect(folder.names.filter { !$0.hasPrefix(".") } == ["a", "c"])
    }

    /// So that a rename to this name fails.
    private func replaceByFolder(_ name: String) throws {
        try FileManager.default.removeItem(atPath: folder.path(name))
        try FileManager.default.createDirectory(
            atPath: folder.path(name), withIntermediateDirectories: false)
    }

    // MARK: Overwriting

    @Test(arguments: ["", "a", "as long", "longer than before"])
    func `a file that cannot be replaced is overwritten`(text: String) throws {
        try folder.put("as long", "file")
        let number = try folder.attribute(.systemFileNumber, of: "file")
        let files = PendingFiles()
        try add("file", text, to: files, names: noNames)
        #expect(try folder.text("file") == "as long")
        try files.place()
        #expect(try folder.text("file") == text)
        #expect(try folder.attribute(.systemFileNumber, of: "file") == number)
        #expect(folder.names == ["file"])
    }

    @Test func `an overwritten file is restored if a later one cannot be placed`() throws {
        for name in ["a", "b", "c"] { try folder.put("old \(name)", name) }
        let files = try prepared(("b", "new b"), ("c", "new c"))
        try add("a", "new a, which is longer", to: files, names: noNames)
        try replaceByFolder("c")
        #expect(throws: FileError.self) { try files.place() }
        #expect(try folder.text("a") == "old a")
        #expect(try folder.text("b") == "old b")
    }

    @Test func `an overwritten file is restored if its new content cannot be read`() throws {
        try folder.put("old", "file")
        let overwrite = try Overwrite(FilePath(folder.path("file")), named: "file")
        let source = try FileDescriptor.open(FilePath(folder.path("file")), .writeOnly)
        defer { try? source.close() }
        #expect(throws: Errno.self) { try overwrite.write(source) }
        #expect(overwrite.restore() == nil)
        #expect(try folder.text("file") == "old")
    }

    @Test(.enabled(if: isOnAnotherDisk("/dev/shm")))
    func `a file that turns out not to be replaceable is overwritten`() throws {
        for name in ["a", "b"] { try folder.put("old \(name)", name) }
        let files = try prepared(("a", "new a"))
        let other = try PartNames(in: "/dev/shm")
        try add("b", "new b", to: files) { _ in other }
        try files.place()
        #expect(try folder.text("a") == "new a")
        #expect(try folder.text("b") == "new b")
        #expect(folder.names == ["a", "b"])
    }

    /// A rename from there to the folders of tests fails.
    private static func isOnAnotherDisk(_ path: String) -> Bool {
        func disk(_ path: String) -> Int? {
            let attributes = try? FileManager.default.attributesOfFileSystem(forPath: path)
            return attributes?[.systemNumber] as? Int
        }
        let other = disk(path)
        return other != nil && other != disk(FileManager.default.temporaryDirectory.path)
    }

    // MARK: Devices

    @Test func `a device is written to as it is`() throws {
        let files = PendingFiles()
        try files.add("/dev/null").write([1])
        try files.finish()
        try files.place()
        #expect(FileManager.default.fileExists(atPath: "/dev/null"))
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func `a full device is an error`() throws {
        let file = try PendingFiles().add("/dev/full")
        #expect(throws: FileError(.write, "/dev/full", "No space left on device")) {
            try file.write([1])
        }
    }
}
