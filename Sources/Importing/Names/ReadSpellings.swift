/// The names in a file that were read although they are not written exactly as in the book. A
/// class, because the cache of subjects adds to it.
final class ReadSpellings {
    /// How many are listed in notes; the others are only counted.
    private static let limit = 20

    private var known: Set<String> = []
    private var sentences: [String] = []

    /// Adds a text that was read as the company with the code; not a second time.
    func add(_ text: String, as code: String) {
        guard known.count < Self.limit * 50, known.insert(text).inserted else { return }
        sentences.append("\(quoted(text)) read as \(escaped(code))")
    }

    /// Adds a note for each spelling.
    func report(to diagnostics: inout Diagnostics, file: String) {
        for sentence in sentences.prefix(Self.limit) { diagnostics.note("\(file): \(sentence)") }
        let rest = sentences.count - Self.limit
        if rest > 0 {
            diagnostics.note("\(file): \(counted(rest, "more spelling")) read as companies")
        }
    }
}
