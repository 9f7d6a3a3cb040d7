import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// What is below a folder, by paths from it with `/`. Links count as files and are not followed.
package struct FolderTree {
    /// In no order.
    package private(set) var files: [String] = []
    /// A folder comes before what is in it.
    package private(set) var folders: [String] = []
    private let root: FilePath

    /// Reads the folder `root`, and below it the folders for which `isEntered` returns true.
    ///
    /// - Throws: `FileError`, if a folder cannot be read.
    package init(_ root: FilePath, entering isEntered: (String) -> Bool) throws(FileError) {
        self.root = root
        try read("", isEntered)
    }

    private mutating func read(
        _ folder: String, _ isEntered: (String) -> Bool
    ) throws(FileError) {
        let place = root.appending(folder)
        let names: [String]
        do throws(Errno) {
            names = try fileNames(in: place)
        } catch {
            throw FileError(.create, "files in \(place)", error)
        }
        for name in names where name != "." && name != ".." {
            let path = folder.isEmpty ? name : "\(folder)/\(name)"
            var status = stat()
            let isThere = root.appending(path).withPlatformString { lstat($0, &status) } == 0
            guard isThere, status.st_mode & S_IFMT == S_IFDIR else {
                files.append(path)
                continue
            }
            folders.append(path)
            if isEntered(path) { try read(path, isEntered) }
        }
    }

    /// Removes a file and then its folders below the root, as far as they are empty. Returns
    /// whether it is gone.
    package func remove(_ file: String) -> Bool {
        let isGone = root.appending(file).withPlatformString { unlink($0) == 0 || errno == ENOENT }
        var folder = FilePath(file).removingLastComponent()
        while !folder.isEmpty,
            root.appending(folder.components).withPlatformString({ rmdir($0) == 0 })
        {
            folder.removeLastComponent()
        }
        return isGone
    }
}
