#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Files that were open when the program was started, such as stdout and the 3 of `3> log`.
///
/// A flag tells them apart from files that the program opened itself, such as the book: all of
/// those are closed if another program is executed (`O_CLOEXEC`), and an inherited one cannot be.
enum InheritedDescriptor {
    static func isOpen(_ number: Int32) -> Bool {
        let flags = fcntl(number, F_GETFD)
        return flags >= 0 && flags & FD_CLOEXEC == 0
    }

    /// The lowest one that has this file open; nil if none has.
    static func first(of file: FileIdentity) -> Int32? {
        // A shell gives small numbers.
        (0..<min(getdtablesize(), 1024)).first {
            isOpen($0) && FileIdentity(descriptor: $0) == file
        }
    }
}
