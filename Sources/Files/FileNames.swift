import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The names of all entries of a folder, in no order, `.` and `..` among them.
///
/// - Throws: `Errno`, if the folder cannot be read.
package func fileNames(in folder: FilePath) throws(Errno) -> [String] {
    guard let entries = folder.withPlatformString({ opendir($0) }) else {
        throw Errno(rawValue: errno)
    }
    defer { closedir(entries) }
    var names: [String] = []
    while let entry = readdir(entries) {
        names.append(
            withUnsafeBytes(of: entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            })
    }
    return names
}
