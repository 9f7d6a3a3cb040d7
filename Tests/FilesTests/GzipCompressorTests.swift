import Foundation
import SystemPackage
import Testing

@testable import Files

@Suite("Compressing with gzip")
struct GzipCompressorTests {
    private func unpacked(_ bytes: [UInt8]) throws -> [UInt8] {
        let file = try FileDescriptor.scratchFile()
        defer { try? file.close() }
        try file.writeAll(bytes)
        let content = try #require(try GzipFile.unpacked(file))
        defer { try? content.close() }
        var all: [UInt8] = []
        try content.readPieces { all += $0 }
        return all
    }

    @Test(arguments: [0, 1, 65_535, 65_536, 1_000_000])
    func `a file in pieces unpacks to what was put in`(count: Int) throws {
        var random = UInt64(4180)
        let bytes = (0..<count).map { _ in
            random = random &* 6_364_136_223_846_793_005 &+ 1
            return UInt8(truncatingIfNeeded: random >> 60)
        }
        let compressor = try GzipCompressor()
        for start in stride(from: 0, to: count, by: 99_999) {
            compressor.append(Array(bytes[start..<min(start + 99_999, count)]))
        }
        #expect(try unpacked(compressor.finish()) == bytes)
    }

    @Test func `bytes that do not shrink are kept, too`() throws {
        var generator = SystemRandomNumberGenerator()
        let bytes = (0..<300_000).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
        let compressor = try GzipCompressor()
        compressor.append(bytes)
        #expect(try unpacked(compressor.finish()) == bytes)
    }

    @Test func `equal contents give equal bytes, without a name and a time`() throws {
        let compressor = try GzipCompressor()
        let files = (0..<2).map { _ in
            compressor.append(Array("subject,period\n".utf8))
            return compressor.finish()
        }
        #expect(files[0] == files[1])
        // RFC 1952: the marks of gzip, deflate, no flags and no time.
        #expect(files[0].starts(with: [0x1F, 0x8B, 8, 0, 0, 0, 0, 0]))
    }
}
