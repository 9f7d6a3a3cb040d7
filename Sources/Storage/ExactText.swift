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
        var (left, right) = (left.text, right.text)
        return left.withUTF8 { bytes in
            right.withUTF8 { other in
                guard bytes.count == other.count else { return false }
                guard let start = bytes.baseAddress, let otherStart = other.baseAddress else {
                    return bytes.isEmpty
                }
                return memcmp(start, otherStart, bytes.count) == 0
            }
        }
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
