import Foundation
import SystemPackage
import Testing

@testable import Files

/// The names of unfinished files, and who may remove them.
@Suite("Names of unfinished files")
struct PartNamesTests {
    let folder: TestFolder
    private var path: FilePath { FilePath(folder.url.path) }

    init() throws { folder = try TestFolder() }

    @Test func `what a killed process left is removed`() throws {
        let start = ".minerbook-tmp-0123456789abc"
        for ending in [".lock", "-1.part", "-12.part", "-1.part.old", "-2.part-journal"] {
            try folder.put("half", start + ending)
        }
        PartNames.removeLeftovers(in: path)
        #expect(folder.names.isEmpty)
    }

    @Test(arguments: [
        ".minerbook-notes.txt", ".minerbook-my-notes.part", ".minerbook-1-1.part",
        ".minerbook-tmp-notes.part", ".minerbook-tmp-0123456789ab-1.part",
        ".minerbook-tmp-0123456789abC-1.part", ".minerbook-tmp-0123456789abc-x.part",
        ".minerbook-tmp-0123456789abc-01.part", ".minerbook-tmp-0123456789abc-1.partial",
        "minerbook-tmp-0123456789abc-1.part", ".minerbook-tmp-0123456789abc.part",
    ]) func `a file with another name stays`(name: String) throws {
        try folder.put("mine", name)
        try folder.put("", ".minerbook-tmp-0123456789abc.lock")
        PartNames.removeLeftovers(in: path)
        #expect(folder.names == [name])
    }

    @Test func `a file without a lock file stays`() throws {
        let name = ".minerbook-tmp-0123456789abc-1.part"
        try folder.put("mine", name)
        PartNames.removeLeftovers(in: path)
        #expect(folder.names == [name])
    }

    @Test func `what a running command writes stays, also the second names of old files`() throws {
        try folder.put("old a", "a")
        try folder.put("old b", "b")
        let names = try PartNames(in: path)
        let parts = try ["a", "b"].map { name in
            let part = try names.create(mode: 0o600)
            try part.descriptor.close()
            return (part.path, try FilePlace(folder.path(name)))
        }
        let moves = Moves(parts)
        let before = folder.names
        #expect(before.filter { $0.hasSuffix(".part.old") }.count == 2)
        PartNames.removeLeftovers(in: path)
        #expect(folder.names == before)
        moves.removeOld()
        PartNames.removeLeftovers(in: path)
        #expect(folder.names.count == before.count - 2)
    }
}
