#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

/// A text that equals another only where all bytes do, as in the file; Swift's own equality
/// takes an é of one character for one of two.
struct ExactText: Hashable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (left: ExactText, right: ExactText) -> Bool {
        let (one, two) = (left.text.utf8Span.span, right.text.utf8Span.span)
        guard one.count == two.count else { return false }
        return one.withUnsafeBytes { bytes in
            two.withUnsafeBytes { other in
                guard let start = bytes.baseAddress, let otherStart = other.baseAddress else {
                    return true
                }
                return memcmp(start, otherStart, bytes.count) == 0
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        text.utf8Span.span.withUnsafeBytes { hasher.combine(bytes: $0) }
    }
}
