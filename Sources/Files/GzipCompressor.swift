import CZlib
import SystemPackage

/// Compresses files with gzip, one after the other. A file has neither a name nor a time inside, so
/// equal contents give equal bytes, as long as zlib stays the same.
package final class GzipCompressor {
    /// zlib keeps this address.
    private let stream: UnsafeMutablePointer<z_stream>
    private var output: [UInt8] = []
    private static let pieceSize = 64 << 10

    /// `level` is how hard to compress, from 1 (fast) to 9 (small).
    ///
    /// - Throws: `FileError`, if there is not enough memory.
    package init(level: Int32 = 6) throws(FileError) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 15 is the largest window, and 16 more means gzip (https://zlib.net/manual.html).
        let code = deflateInit2_(
            stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else {
            stream.deallocate()
            throw FileError(.write, "a compressed file", .noMemory)
        }
    }

    deinit {
        deflateEnd(stream)
        stream.deallocate()
    }

    /// Takes in the next bytes of the file.
    package func append(_ bytes: [UInt8]) { deflate(bytes, Z_NO_FLUSH) }

    /// Ends the file and returns its compressed bytes. What comes next begins another file.
    package func finish() -> [UInt8] {
        deflate([], Z_FINISH)
        deflateReset(stream)
        defer { output = [] }
        return output
    }

    private func deflate(_ bytes: [UInt8], _ flush: Int32) {
        bytes.withUnsafeBufferPointer { input in
            stream.pointee.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
            stream.pointee.avail_in = UInt32(input.count)
            repeat {
                output.append(addingCapacity: Self.pieceSize) { span in
                    span.withUnsafeMutableBufferPointer { buffer, count in
                        stream.pointee.next_out = buffer.baseAddress?.advanced(by: count)
                        stream.pointee.avail_out = UInt32(buffer.count - count)
                        CZlib.deflate(stream, flush)
                        count = buffer.count - Int(stream.pointee.avail_out)
                    }
                }
            } while stream.pointee.avail_out == 0
            stream.pointee.next_in = nil
        }
    }
}
