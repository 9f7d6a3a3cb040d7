import Testing

@testable import Importing

@Suite("Control characters")
struct ControlCharacterTests {
    @Test func `are those of Unicode's category, wherever they stand`() {
        for scalar in (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init) {
            let isControl = scalar.properties.generalCategory == .control
            #expect("\(scalar)".hasControlCharacter == isControl, "U+\(scalar.value)")
            #expect("Âé\(scalar)x".hasControlCharacter == isControl, "U+\(scalar.value)")
        }
    }

    @Test func `no text without any has one`() {
        for text in ["", "https://example.com/é/Ā", "\u{C2}\u{A0}", "日本", "🙂"] {
            #expect(!text.hasControlCharacter, "\(text)")
        }
    }
}
