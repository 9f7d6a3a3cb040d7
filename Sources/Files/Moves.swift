import CFiles
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Renames of files into their places that happen together or not at all.
struct Moves {
    private let moves: [(part: String, place: String, old: String?, isNew: Bool)]

    /// `keepsOld` gives each file that will be replaced a second name, to come back by if a later
    /// rename fails. A file system without hard links has nothing to come back by.
    init(_ files: [(part: String, place: FilePlace)], keepsOld: Bool) {
        moves = files.map { part, place in
            if case .nothing = place.content { return (part, place.path, nil, true) }
            let old = part + ".old"
            return (part, place.path, keepsOld && link(place.path, old) == 0 ? old : nil, false)
        }
    }

    /// Returns why and for which file it failed; nil if all files are in their places.
    func carryOut() -> (error: Errno, index: Int)? {
        var strings: [UnsafeMutablePointer<CChar>?] = []
        defer { for string in strings { free(string) } }
        func copied(_ text: String?) -> UnsafePointer<CChar>? {
            guard let copy = text.flatMap({ strdup($0) }) else { return nil }
            strings.append(copy)
            return UnsafePointer(copy)
        }
        let moves = self.moves.map {
            cfiles_move(
                part: copied($0.part), place: copied($0.place), old: copied($0.old),
                is_new: $0.isNew ? 1 : 0)
        }
        var index = 0
        let error = cfiles_move_all(moves, moves.count, &index)
        return error == 0 ? nil : (Errno(rawValue: error), index)
    }

    /// Removes the second names, once they are not needed any more.
    func removeOld() {
        for move in moves { if let old = move.old { unlink(old) } }
    }
}
