import Mining
import TestSupport
import Testing

@Suite("Tables of texts")
struct TextTableTests {
    @Test func `texts are numbered in the order in which they came`() {
        var table = TextTable()
        #expect(["b", "a", "", "b", "ä", "", "a"].map { table.add($0) } == [0, 1, 2, 0, 3, 2, 1])
        #expect((0..<table.count).map { table[$0] } == ["b", "a", "", "ä"])
        #expect(table.number(of: "a".utf8Span.span) == 1)
        #expect(table.number(of: "c".utf8Span.span) == nil)
    }

    @Test func `what is no UTF-8 is replaced where that is asked for`() {
        var table = TextTable()
        let bytes: [[UInt8]] = [
            [], Array("a\0b".utf8), Array("Å, 比特币".utf8), [0x41, 0xFF, 0x42], [0xE2, 0x82],
        ]
        let numbers = bytes.map { table.add(repairing: $0.span) }
        #expect(
            numbers.map { table[$0] } == ["", "a\0b", "Å, 比特币", "A\u{FFFD}B", "\u{FFFD}"])
    }

    @Test func `texts that differ in normalization alone are two`() {
        var table = TextTable()
        #expect(["\u{E9}", "e\u{301}"].map { table.add($0) } == [0, 1])
    }

    @Test(arguments: 0..<20) func `a table says what a dictionary says`(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        var table = TextTable()
        var numbers: [[UInt8]: Int] = [:]
        for _ in 0..<2000 {
            // Short ones over few bytes, zeros among them, so that many are equal or nearly so.
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
