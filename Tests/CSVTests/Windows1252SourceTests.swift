import CSV
import Testing

/// Text with one byte for a character, as UTF-8.
@Suite("Windows-1252")
struct Windows1252SourceTests {
    private func text(_ bytes: [UInt8], pieces: Int = .max, room: Int = 64 << 10) throws -> String {
        var source = Windows1252Source(PiecewiseSource(bytes, size: pieces))
        var decoded: [UInt8] = []
        var count = -1
        while decoded.count > count {
            count = decoded.count
            try decoded.append(addingCapacity: room) { try source.read(into: &$0) }
        }
        return String(decoding: decoded, as: UTF8.self)
    }

    @Test func `every byte is the character of the code page`() throws {
        let ascii = (UInt32(0)...0x7F).compactMap(Unicode.Scalar.init)
        #expect(try text(Array(0x00...0x7F)) == String(String.UnicodeScalarView(ascii)))
        #expect(
            try text(Array(0x80...0x9F))
                == "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ")
        let latin = (UInt32(0xA0)...0xFF).compactMap(Unicode.Scalar.init)
        #expect(try text(Array(0xA0...0xFF)) == String(String.UnicodeScalarView(latin)))
    }

    @Test func `pieces and room of any size give the same text`() throws {
        let bytes = Array("Zür".utf8.prefix(1)) + [0xFC, 0x72, 0x69, 0x63, 0x68, 0x20, 0x80, 0x35]
        for size in 1...4 {
            #expect(try text(bytes, pieces: size, room: size) == "Zürich €5")
        }
        #expect(try text([]) == "")
    }

    @Test func `five bytes have no character`() {
        for byte in UInt8.min...UInt8.max {
            let isMissing = [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte)
            #expect(Windows1252Source.hasCharacters(for: [0x41, byte]) != isMissing)
        }
    }
}
