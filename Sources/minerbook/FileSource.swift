import CSV
import SystemPackage

/// A file or stdin as CSV is read from it: a buffer at a time, with a digest of what passed.
struct FileSource: ByteSource, ~Copyable {
    private let descriptor: FileDescriptor
    private let name: String
    private let isStandardInput: Bool
    private(set) var digest = SHA256()

    /// `-` is stdin.
    init(path: String) throws(Failure) {
        isStandardInput = path == "-"
        name = isStandardInput ? "stdin" : path
        do {
            descriptor =
                isStandardInput ? .standardInput : try FileDescriptor.open(FilePath(path), .readOnly)
        } catch {
            throw Failure("cannot open \(path): \(error)", .cannotOpenInput)
        }
    }

    deinit {
        if !isStandardInput { try? descriptor.close() }
    }

    mutating func read(into buffer: inout OutputSpan<UInt8>) throws(Failure) {
        do {
            try buffer.withUnsafeMutableBufferPointer { bytes, count in
                let free = UnsafeMutableRawBufferPointer(
                    UnsafeMutableBufferPointer(rebasing: bytes[count...]))
                let found = try descriptor.read(into: free)
                digest.update(UnsafeRawBufferPointer(rebasing: free[..<found]))
                count += found
            }
        } catch {
            throw Failure("cannot read \(name): \(error)", .inputOutput)
        }
    }
}
