import Mining

/// A text that equals another only if all bytes are the same, as in a file; Swift's own equality
/// treats an é of one code point like one of two.
package struct ExactText: Hashable {
    package let text: String

    package init(_ text: String) { self.text = text }

    package static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8Span.span.equals(right.text.utf8Span.span)
    }

    package func hash(into hasher: inout Hasher) {
        text.utf8Span.span.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
