import Foundation
import SystemPackage
import Testing

@testable import Files

@Suite("File identity")
final class FileIdentityTests {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "sub"), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: folder.appending(path: "a"))
        try FileManager.default.linkItem(atPath: path("a"), toPath: path("hard"))
        try FileManager.default.createSymbolicLink(
            atPath: path("soft"), withDestinationPath: "a")
        try Data("x".utf8).write(to: folder.appending(path: "b"))
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func path(_ name: String) -> String { folder.appending(path: name).path }

    private func filePath(_ name: String) -> FilePath { FilePath(path(name)) }

    @Test(arguments: ["hard", "soft", "./a", "sub/../a"])
    func `different paths to the same file are equal`(name: String) {
        #expect(FileIdentity(path: filePath(name)) == FileIdentity(path: filePath("a")))
    }

    @Test func `different files with equal content are not equal`() {
        #expect(FileIdentity(path: filePath("a")) != FileIdentity(path: filePath("b")))
    }

    @Test func `a file that does not exist yet is identified by its folder and name`() {
        let new = FileIdentity(path: filePath("new"))
        #expect(new != nil)
        #expect(FileIdentity(path: filePath("sub/../new")) == new)
        #expect(FileIdentity(path: filePath("newer")) != new)
        #expect(FileIdentity(path: filePath("no/new")) == nil)
    }

    @Test func `a descriptor is identified by its file if that is a regular file`() throws {
        let file = try FileHandle(forReadingFrom: folder.appending(path: "a"))
        #expect(
            FileIdentity(descriptor: file.fileDescriptor) == FileIdentity(path: filePath("hard")))
        let null = try FileHandle(forReadingFrom: URL(filePath: "/dev/null"))
        #expect(FileIdentity(descriptor: null.fileDescriptor) == nil)
    }
}
