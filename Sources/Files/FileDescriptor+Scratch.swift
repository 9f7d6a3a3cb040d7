import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension FileDescriptor {
    /// An empty file without a name, in `$TMPDIR` or `/tmp`: it is gone once it is closed.
    ///
    /// - Throws: `Errno`, where that folder is missing, full or not writable.
    package static func scratchFile() throws(Errno) -> FileDescriptor {
        let variable = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        let folder = variable.isEmpty ? "/tmp" : variable
        var template = Array("\(folder)/minerbook-XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw Errno(rawValue: errno) }
        unlink(template)
        return FileDescriptor(rawValue: number)
    }
}
