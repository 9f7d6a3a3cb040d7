import Mining

/// A text that equals another only where all bytes do, as in the file; Swift's own equality
/// takes an é of one character for one of two.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8Span.span.equals(right.text.utf8Span.span)
    }

    func hash(into hasher: inout Hasher) {
        text.utf8Span.span.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
