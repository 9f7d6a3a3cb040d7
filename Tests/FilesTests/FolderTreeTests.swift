import Foundation
import SystemPackage
import Testing

@testable import Files

@Suite("Trees and locks of folders")
struct FolderTreeTests {
    let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        for name in ["a/b", "a/c", "d"] {
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: name), withIntermediateDirectories: true)
        }
        for name in ["a/b/1", "a/2", "3"] { try folder.put("x", name) }
        try folder.link("link", to: "a")
    }

    private func tree(entering isEntered: (String) -> Bool = { _ in true }) throws -> FolderTree {
        try FolderTree(FilePath(folder.url.path), entering: isEntered)
    }

    @Test func `a tree has all files and folders, and does not follow links`() throws {
        let tree = try tree()
        #expect(tree.files.sorted() == ["3", "a/2", "a/b/1", "link"])
        #expect(tree.folders.sorted() == ["a", "a/b", "a/c", "d"])
    }

    @Test func `a folder that is not entered is there without its files`() throws {
        let tree = try tree { $0 == "a" }
        #expect(tree.files.sorted() == ["3", "a/2", "link"])
        #expect(tree.folders.sorted() == ["a", "a/b", "a/c", "d"])
    }

    @Test func `removing a file removes the folders that it leaves empty`() throws {
        let tree = try tree()
        #expect(tree.remove("a/b/1"))
        #expect(try self.tree().folders.sorted() == ["a", "a/c", "d"])
        #expect(tree.remove("a/b/1"), "a file that is gone counts as removed")
        #expect(tree.remove("3"))
        #expect(folder.names == ["a", "d", "link"])
        #expect(!tree.remove("a"), "a folder is not removed as a file")
    }

    @Test func `a folder that is not there is an error`() {
        #expect(throws: FileError.self) {
            try FolderTree(FilePath(folder.path("none"))) { _ in true }
        }
    }

    @Test func `one holder of the lock of a folder at a time`() throws {
        let path = FilePath(folder.url.path)
        var first = try FolderLock(path)
        #expect(first != nil)
        #expect(try FolderLock(path) == nil)
        first = nil
        #expect(try FolderLock(path) != nil)
    }

    @Test func `unfinished files can be in another folder than their places`() throws {
        let files = PendingFiles(in: FilePath(folder.url.path))
        for name in ["a/b/new", "d/new"] {
            let file = try files.add(folder.path(name))
            try file.write(Array(name.utf8))
            file.complete()
        }
        #expect(try tree().files.filter { $0.hasSuffix(".lock") }.count == 1)
        #expect(try tree().files.filter { $0.hasSuffix(".part") }.allSatisfy { !$0.contains("/") })
        try files.finish()
        try files.place()
        #expect(try tree().files.sorted() == ["3", "a/2", "a/b/1", "a/b/new", "d/new", "link"])
        #expect(try folder.text("d/new") == "d/new")
    }
}
