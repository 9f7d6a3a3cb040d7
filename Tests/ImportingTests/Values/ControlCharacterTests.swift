import Testing

@testable import Importing

@Suite("Control characters")
struct ControlCharacterTests {
    @Test func `control characters are those of Unicode's category, anywhere in a text`() {
        for scalar in (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init) {
            let isControl = scalar.properties.generalCategory == .control
            #expect("\(scalar)".hasHiddenCharacter == isControl, "U+\(scalar.value)")
            #expect("Âé\(scalar)x".hasHiddenCharacter == isControl, "U+\(scalar.value)")
        }
    }

    @Test func `other characters are not control characters`() {
        for text in ["", "https://example.com/é/Ā", "\u{C2}\u{A0}", "日本", "🙂"] {
            #expect(!text.hasHiddenCharacter, "\(text)")
        }
    }
}
