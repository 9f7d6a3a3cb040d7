import SystemPackage

extension FileDescriptor {
    /// Reads what follows the position, up to `limit` bytes, and hands it to `take` in pieces. The
    /// position is behind the last piece then.
    ///
    /// - Throws: `Errno` if it cannot be read, and what `take` throws.
    package func readPieces(
        upTo limit: Int = .max, _ take: (UnsafeRawBufferPointer) throws -> Void
    ) throws {
        var rest = limit
        try withUnsafeTemporaryAllocation(byteCount: 256 << 10, alignment: 1) { buffer in
            while rest > 0 {
                let count = try read(
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(rest)))
                if count == 0 { return }
                try take(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
                rest -= count
            }
        }
    }
}
