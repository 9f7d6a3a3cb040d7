import TestSupport
import Testing

@testable import Importing

@Suite("Byte cache")
struct ByteCacheTests {
    @Test func `every text keeps its value, however many texts there are`() {
        var cache = ByteCache<String>(slots: 16)
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<20_000 {
            let length = Int.random(in: 0...40, using: &generator)
            let text = String(
                (0..<length).map { _ in ["a", "b"].randomElement(using: &generator) ?? "c" }
                    .joined())
            let value = cache.value(of: Array(text.utf8).span) { text }
            #expect(value == text)
        }
    }

    @Test func `a cached text is made once, and a text without a value is not cached`() {
        var cache = ByteCache<Int>()
        var made = 0
        for text in ["EH/s", "EH/s", "BTC", "EH/s", "BTC"] {
            _ = cache.value(of: Array(text.utf8).span) {
                made += 1
                return made
            }
        }
        #expect(made == 2)
        for _ in 0..<3 {
            let value = cache.value(of: Array("bad".utf8).span) {
                made += 1
                return nil
            }
            #expect(value == nil)
        }
        #expect(made == 5)
    }

    @Test func `long texts and texts that differ in one byte are different`() {
        var cache = ByteCache<Int>(slots: 1)
        for length in [1, 7, 8, 9, 15, 16, 17, 511, 512, 513, 5000] {
            for place in [0, length / 2, length - 1] {
                var bytes = [UInt8](repeating: 0x61, count: length)
                #expect(cache.value(of: bytes.span, orMake: { 1 }) == 1 || place > 0)
                bytes[place] = 0
                #expect(cache.value(of: bytes.span, orMake: { place + 2 }) == place + 2)
            }
        }
    }
}
