import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Temporary files in `$TMPDIR` or `/tmp`.
package enum ScratchFile {
    /// Why one could not be created or written. The folder is what a user can change.
    static func error(_ step: FileError.Step, _ cause: Errno) -> FileError {
        let isOfFolder = ![.tooManyOpenFiles, .tooManyOpenFilesInSystem].contains(cause)
        return FileError(
            step, "a temporary file in \(folder)",
            "\(cause)" + (isOfFolder ? "; set TMPDIR to another folder" : ""))
    }

    private static var folder: String {
        let variable = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return variable.isEmpty ? "/tmp" : variable
    }

    /// A new file, `minerbook-….tmp`, with its path.
    ///
    /// - Throws: `FileError`, if the folder is missing, full or not writable.
    static func named() throws(FileError) -> (descriptor: FileDescriptor, path: FilePath) {
        let ending = ".tmp"
        var template = Array("\(folder)/minerbook-XXXXXX\(ending)".utf8CString)
        let number = mkstemps(&template, Int32(ending.utf8.count))
        guard number >= 0, fcntl(number, F_SETFD, FD_CLOEXEC) == 0 else {
            throw error(.create, Errno(rawValue: errno))
        }
        return (FileDescriptor(rawValue: number), FilePath(platformString: template))
    }

    /// Writes to such a file.
    ///
    /// - Throws: `FileError`, whose path names the folder.
    package static func write(
        _ bytes: some Sequence<UInt8>, to descriptor: FileDescriptor
    ) throws(FileError) {
        do {
            try descriptor.writeAll(bytes)
        } catch {
            throw self.error(.write, error as? Errno ?? .ioError)
        }
    }
}

extension FileDescriptor {
    /// A new file without a name, in `$TMPDIR` or `/tmp`: it is gone once it is closed.
    ///
    /// - Throws: `FileError`, if that folder is missing, full or not writable.
    package static func scratchFile() throws(FileError) -> FileDescriptor {
        let file = try ScratchFile.named()
        _ = file.path.withPlatformString { unlink($0) }
        return file.descriptor
    }
}
