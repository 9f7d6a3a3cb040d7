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

    /// The lowest inherited descriptor of this file; nil if there is none.
    static func first(of file: FileIdentity) -> Int32? {
        // Shells use small numbers, so larger ones are not searched.
        (0..<min(getdtablesize(), 1024)).first {
            isOpen($0) && FileIdentity(descriptor: $0) == file
        }
    }
}
