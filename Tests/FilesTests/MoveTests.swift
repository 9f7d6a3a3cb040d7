import CFiles
import Foundation
import Testing

@testable import Files

/// What the caller does if the child process that renames files was killed.
@Suite("Moves after the death of the child")
struct MoveTests {
    let folder: TestFolder

    /// Two files to be replaced and a new one, before the first rename.
    init() throws {
        folder = try TestFolder()
        for name in ["a", "b"] {
            try folder.put("old \(name)", name)
            try FileManager.default.linkItem(
                atPath: folder.path(name), toPath: folder.path("\(name).old"))
        }
        for name in ["a", "b", "c"] { try folder.put("new \(name)", "\(name).part") }
    }

    /// Does the moves that are left after `progress`.
    private func resume(_ progress: cfiles_progress) -> cfiles_progress {
        var strings: [UnsafeMutablePointer<CChar>?] = []
        defer { for string in strings { free(string) } }
        func copied(_ name: String) -> UnsafePointer<CChar>? {
            strings.append(strdup(folder.path(name)))
            return strings.last.flatMap { $0 }.map { UnsafePointer($0) }
        }
        let moves = ["a", "b", "c"].map { name in
            cfiles_move(
                part: copied("\(name).part"), place: copied(name),
                old: name == "c" ? nil : copied("\(name).old"), is_new: name == "c" ? 1 : 0)
        }
        var progress = progress
        progress.is_resumed = 1
        cfiles_continue(moves, moves.count, &progress)
        return progress
    }

    private func move(_ name: String, to other: String) throws {
        #expect(rename(folder.path(name), folder.path(other)) == 0)
    }

    private func texts() throws -> [String?] {
        ["a", "b", "c"].map { try? folder.text($0) }
    }

    /// `counted` of the `done` renames were counted before the child was killed.
    @Test(arguments: [(0, 0), (1, 0), (1, 1), (2, 1), (3, 2), (3, 3)])
    func `moves that were begun are completed`(done: Int, counted: Int) throws {
        for name in ["a", "b", "c"].prefix(done) { try move("\(name).part", to: name) }
        let end = resume(
            cfiles_progress(moved: counted, error: 0, undo_failed: 0, ended: 0, is_resumed: 0))
        #expect(end.error == 0 && end.ended == 1)
        #expect(try texts() == ["new a", "new b", "new c"])
    }

    @Test(arguments: 0...2) func `undoing moves that was begun is completed`(undone: Int) throws {
        // The rename of c failed, and the child was killed after it put back `undone` files.
        try FileManager.default.removeItem(atPath: folder.path("c.part"))
        for name in ["a", "b"] { try move("\(name).part", to: name) }
        for name in ["b", "a"].prefix(undone) {
            #expect(link(folder.path(name), folder.path("\(name).part")) == 0)
            try move("\(name).old", to: name)
        }
        let end = resume(
            cfiles_progress(moved: 2, error: EIO, undo_failed: 0, ended: 0, is_resumed: 0))
        #expect(end.error == EIO && end.undo_failed == 0 && end.ended == 1)
        #expect(try texts() == ["old a", "old b", nil])
        // The new content is back under its first name, so that the moves can be tried again.
        #expect(try folder.text("a.part") == "new a")
        #expect(try folder.text("b.part") == "new b")
    }
}
