import Mining
import TestSupport
import Testing

@Suite("String pools")
struct StringPoolTests {
    @Test func `texts are numbered in the order of first use`() {
        var table = StringPool()
        #expect(["b", "a", "", "b", "ä", "", "a"].map { table.add($0) } == [0, 1, 2, 0, 3, 2, 1])
        #expect((0..<table.count).map { table[$0] } == ["b", "a", "", "ä"])
        #expect(table.number(of: "a".utf8Span.span) == 1)
        #expect(table.number(of: "c".utf8Span.span) == nil)
    }

    @Test func `invalid UTF-8 is replaced on request`() {
        var table = StringPool()
        let bytes: [[UInt8]] = [
            [], Array("a\0b".utf8), Array("Å, 比特币".utf8), [0x41, 0xFF, 0x42], [0xE2, 0x82],
        ]
        let numbers = bytes.map { table.add(repairing: $0.span) }
        #expect(
            numbers.map { table[$0] } == ["", "a\0b", "Å, 比特币", "A\u{FFFD}B", "\u{FFFD}"])
    }

    @Test func `texts that differ only in Unicode normalization are different`() {
        var table = StringPool()
        #expect(["\u{E9}", "e\u{301}"].map { table.add($0) } == [0, 1])
    }

    @Test(arguments: 0..<20) func `a pool gives the same numbers as a dictionary`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var table = StringPool()
        var numbers: [[UInt8]: Int] = [:]
        for _ in 0..<2000 {
            // Short texts of few distinct bytes, including zero, so that many are equal or nearly equal.
            let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
                UInt8.random(in: 0...1, using: &generator) * 65
            }
            #expect(table.number(of: text.span) == numbers[text])
            let number = table.add(text.span)
            #expect(number == numbers[text, default: numbers.count])
            numbers[text] = number
        }
        #expect(table.count == numbers.count)
        for (text, number) in numbers { #expect(Array(table[number].utf8) == text) }
    }
}
