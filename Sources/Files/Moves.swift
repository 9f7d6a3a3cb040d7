import CFiles
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Renames of files into their places that happen together or not at all.
struct Moves {
    /// Why the renames failed, and for which file.
    struct Failure {
        let error: Errno
        let index: Int
        /// Whether the files before it are back as they were.
        let isUndone: Bool
    }

    private let moves: [(part: FilePath, place: FilePath, old: FilePath?, isNew: Bool)]

    /// Gives each file that will be replaced a second name, a hard link, from which it is restored
    /// if a later rename fails. A single file needs none, and some file systems have no hard links.
    init(_ files: [(part: FilePath, place: FilePlace)]) {
        moves = files.map { part, place in
            if place.content == .nothing { return (part, place.path, nil, true) }
            let old = PartNames.old(of: part)
            let hasOld =
                files.count > 1
                && place.path.withPlatformString { place in
                    old.withPlatformString { link(place, $0) == 0 }
                }
            return (part, place.path, hasOld ? old : nil, false)
        }
    }

    /// Returns nil if all files are in their places.
    func carryOut() -> Failure? {
        var strings: [UnsafeMutablePointer<CChar>?] = []
        defer { for string in strings { free(string) } }
        func copied(_ path: FilePath?) -> UnsafePointer<CChar>? {
            guard let copy = path?.withPlatformString({ strdup($0) }) else { return nil }
            strings.append(copy)
            return UnsafePointer(copy)
        }
        let moves = self.moves.map {
            cfiles_move(
                part: copied($0.part), place: copied($0.place), old: copied($0.old),
                is_new: $0.isNew ? 1 : 0)
        }
        let progress = cfiles_move_all(moves, moves.count)
        guard progress.error != 0 else { return nil }
        return Failure(
            error: Errno(rawValue: progress.error), index: progress.moved,
            isUndone: progress.undo_failed == 0)
    }

    /// Says where the old content of files that could not be restored is; nil if it is lost.
    var remark: String? {
        let old = moves.compactMap(\.old)
            .filter { $0.withPlatformString { access($0, F_OK) } == 0 }
        return old.isEmpty
            ? nil : "their old content is in \(old.map(\.string).joined(separator: ", "))"
    }

    /// Removes the second names, once they are not needed any more.
    func removeOld() {
        for move in moves { _ = move.old?.withPlatformString { unlink($0) } }
    }
}
