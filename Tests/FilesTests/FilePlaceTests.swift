import Foundation
import SystemPackage
import Testing

@testable import Files

/// Where paths lead.
@Suite("Places of files")
struct FilePlaceTests {
    let folder: TestFolder

    init() throws { folder = try TestFolder() }

    @Test func `a folder is the one above, with or without a slash at the end`() {
        for (path, above) in [
            ("new", "."), ("new/", "."), ("a/new//", "a"), ("/new/", "/"), ("./new", "."),
        ] { #expect(FilePath(path).folder == FilePath(above)) }
    }

    @Test func `a new folder may be a link that leads to nothing yet`() throws {
        try folder.link("link", to: "made")
        let made = try NewFolder(folder.path("link") + "/")
        try made.finish()
        #expect(folder.names == ["link", "made"])
        made.remove()
        #expect(folder.names == ["link"])
    }

    /// A descriptor of a file, as a program inherits it or as it opens one itself.
    private func withDescriptor(isInherited: Bool, _ body: (Int32) throws -> Void) throws {
        try folder.put("text", "file")
        let own = open(folder.path("file"), O_RDWR | O_CLOEXEC)
        defer { close(own) }
        guard isInherited else { return try body(own) }
        let inherited = dup(own)
        defer { close(inherited) }
        try body(inherited)
    }

    @Test func `a descriptor that was inherited can be written to by its path`() throws {
        try withDescriptor(isInherited: true) { number in
            let place = try FilePlace("/dev/fd/\(number)")
            #expect(place.content == .descriptor(number))
        }
    }

    @Test func `a descriptor that the program opened itself is not available`() throws {
        try withDescriptor(isInherited: false) { number in
            let place = try FilePlace("/dev/fd/\(number)")
            #expect(place.content == .unavailable(reason: "no file is open as \(number)"))
            #expect(throws: FileError.self) { try PendingFiles().add("/dev/fd/\(number)") }
        }
    }

    #if os(Linux)
        @Test func `another path to an inherited descriptor is the same file`() throws {
            try withDescriptor(isInherited: true) { number in
                let place = try FilePlace("/proc/thread-self/fd/\(number)")
                guard case .descriptor(let found) = place.content else {
                    Issue.record("it is \(place.content)")
                    return
                }
                #expect(FileIdentity(descriptor: found) == FileIdentity(descriptor: number))
            }
            try withDescriptor(isInherited: false) { number in
                let place = try FilePlace("/proc/thread-self/fd/\(number)")
                #expect(
                    place.content == .unavailable(reason: "it is an open file of another process"))
            }
        }

        @Test func `a link may lead to a name that is not UTF-8`() throws {
            let name: [CChar] = [CChar(bitPattern: 0xE9), 0]
            #expect(symlink(name, folder.path("link")) == 0)
            let files = PendingFiles()
            try files.add(folder.path("link")).write(Array("text".utf8))
            try files.finish()
            try files.place()
            #expect(try folder.text("link") == "text")
            let target = FilePath(folder.url.path).appending(
                FilePath(platformString: name).components)
            #expect(FileIdentity(path: target) == FileIdentity(path: FilePath(folder.path("link"))))
        }
    #endif
}
