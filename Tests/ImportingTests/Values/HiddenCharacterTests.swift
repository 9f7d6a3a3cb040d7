import Mining
import Testing

@testable import Importing

@Suite("Hidden characters of texts")
struct HiddenCharacterTests {
    @Test func `hidden characters are found anywhere in a text`() {
        for scalar in (UInt32(0)...0x2FFF).compactMap(Unicode.Scalar.init) {
            #expect("\(scalar)".hasHiddenCharacter == scalar.isHidden, "U+\(scalar.value)")
            #expect("Âé\(scalar)x".hasHiddenCharacter == scalar.isHidden, "U+\(scalar.value)")
        }
    }

    @Test func `other characters are not hidden`() {
        for text in ["", "https://example.com/é/Ā", "\u{C2}\u{A0}", "日本", "🙂"] {
            #expect(!text.hasHiddenCharacter, "\(text)")
        }
    }
}
