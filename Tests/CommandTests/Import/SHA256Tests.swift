import TestSupport
import Testing

@testable import Application

@Suite("SHA-256")
struct SHA256Tests {
    private func digest(
        _ bytes: [UInt8], pieces size: Int, usesInstructions: Bool = SHA256.hasInstructions
    ) -> String {
        var digest = SHA256(usesInstructions: usesInstructions)
        for start in stride(from: 0, to: bytes.count, by: size) {
            bytes[start..<min(start + size, bytes.count)].withUnsafeBytes { digest.update($0) }
        }
        return digest.hex
    }

    /// The examples of FIPS 180-4, in pieces of different sizes.
    @Test(arguments: [1, 7, 63, 64, 65, 100_000])
    func `the examples of the standard have the expected digests`(size: Int) {
        #expect(
            digest([], pieces: size)
                == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(
            digest(Array("abc".utf8), pieces: size)
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            digest(
                Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8),
                pieces: size)
                == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
        #expect(
            digest(Array(repeating: UInt8(ascii: "a"), count: 1_000_000), pieces: size)
                == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    }

    @Test func `digests with and without the processor's SHA instructions are equal`() {
        var generator = SeededGenerator(seed: 1804)
        for count in 0..<300 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let size = Int.random(in: 1...200, using: &generator)
            #expect(
                digest(bytes, pieces: size)
                    == digest(bytes, pieces: size, usesInstructions: false))
        }
    }
}
