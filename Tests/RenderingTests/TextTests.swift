import Reporting
import Testing

@testable import Rendering

@Suite("Text in a terminal")
struct TextTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한", 2),
        ("\u{1112}\u{1161}\u{11AB}", 2), ("ｆｕｌｌ", 8), ("ﾊﾝ", 2), ("🚀", 2), ("👩‍💻", 2), ("🇺🇸", 2),
        ("❤", 1), ("❤\u{FE0F}", 2), ("–…", 2), ("नि", 2), ("क\u{94D}ष", 2), ("שלום", 4),
        ("\u{20000}", 2),
    ])
    func `characters have the width that terminals give them`(text: String, width: Int) {
        #expect(text.width == width)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("日本語", 5, "日本…"), ("日本語", 4, "日…"),
        ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("👩‍💻👩‍💻", 3, "👩‍💻…"), ("abc", 1, "…"),
    ])
    func `a text is shortened between characters`(text: String, width: Int, shortened: String) {
        #expect(text.shortened(to: width) == shortened)
        #expect(shortened.width <= width)
    }

    @Test(arguments: [
        ("plain", "plain"), ("日本 é", "日本 é"), ("\u{1B}[31m", #"\u{1B}[31m"#),
        ("a\nb\r\n", #"a\u{A}b\u{D}\u{A}"#),
        ("\u{0}\u{7F}\u{85}\u{9B}", #"\u{0}\u{7F}\u{85}\u{9B}"#),
        (
            "\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}",
            #"\u{61C}\u{200E}\u{200F}\u{202A}\u{202E}\u{2066}\u{2069}"#
        ),
        ("\u{2028}\u{2029}\u{FEFF}\u{200B}\u{AD}", #"\u{2028}\u{2029}\u{FEFF}\u{200B}\u{AD}"#),
        ("\u{E0041}", #"\u{E0041}"#), ("👩\u{200D}💻 न\u{200C}", "👩\u{200D}💻 न\u{200C}"),
    ])
    func `hidden characters are shown by their codes`(text: String, visible: String) {
        #expect(Array(text.visible.unicodeScalars) == Array(visible.unicodeScalars))
    }

    @Test func `words are wrapped, and a word that is too long has its own line`() {
        let words = "one two https://example.com three".split(separator: " ").map(String.init)
        #expect(wrap(words, to: 7) == ["one two", "https://example.com", "three"])
        #expect(wrap(words, to: 6) == ["one", "two", "https://example.com", "three"])
        #expect(wrap([], to: 5) == [])
    }
}
