import Foundation
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

    @Test(arguments: ["hard", "soft", "./a", "sub/../a"])
    func `other paths to a file lead to the same one`(name: String) {
        #expect(FileIdentity(path: path(name)) == FileIdentity(path: path("a")))
    }

    @Test func `files with equal content are different ones`() {
        #expect(FileIdentity(path: path("a")) != FileIdentity(path: path("b")))
    }

    @Test func `a file that is not there yet is known by its folder and name`() {
        let new = FileIdentity(path: path("new"))
        #expect(new != nil)
        #expect(FileIdentity(path: path("sub/../new")) == new)
        #expect(FileIdentity(path: path("newer")) != new)
        #expect(FileIdentity(path: path("no/new")) == nil)
    }

    @Test func `a descriptor is the file behind it, unless that is no regular file`() throws {
        let file = try FileHandle(forReadingFrom: folder.appending(path: "a"))
        #expect(
            FileIdentity(descriptor: file.fileDescriptor) == FileIdentity(path: path("hard")))
        let null = try FileHandle(forReadingFrom: URL(filePath: "/dev/null"))
        #expect(FileIdentity(descriptor: null.fileDescriptor) == nil)
    }
}
