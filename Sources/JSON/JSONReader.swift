#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Reads JSON event by event, with the parser yajl.
///
/// ```swift
/// let reader = JSONReader(bytes)
/// while let event = try reader.next() {
///     if event == .number { print(reader.path, reader.text) }
/// }
/// ```
///
/// - Numbers stay the text of the file, so that no digit is lost.
/// - A text may have several values one after the other, as NDJSON has.
/// - A UTF-8 byte order mark is skipped. Other encodings, comments, `NaN` and trailing commas are
///   errors.
/// - After an error nothing more is read: asking again throws the same error again.
package final class JSONReader {
    /// A step through the text. Keys, strings and numbers have a text.
    package enum Event: Sendable, Hashable {
        case beginObject, endObject, beginArray, endArray, key, string, number
        case `true`, `false`, null
    }

    /// How deep arrays and objects may be nested.
    package static let maximumDepth = 512

    /// How many bytes a key, a string or a number may have. The parser keeps all of them until it ends.
    package static let maximumLength = 1 << 20

    /// How many bytes the parser gets at a time. The rest of a skipped value costs less from the
    /// next piece on.
    private static let pieceSize = 4 << 10

    /// An open array or object.
    private struct Level {
        let isArray: Bool
        /// The index of the current element of an array; −1 before the first.
        var index = -1
        /// Where the current key of an object is in `keys`; nil for an array, and before the first.
        var key: Range<Int>?
        /// The length of `keys` before it was opened.
        let keysBefore: Int
    }

    private let bytes: [UInt8]
    private let parser = PieceParser()
    // Checking exclusive access takes time for every token, and no access can overlap with another.
    /// The index of the current token of `parser`.
    @exclusivity(unchecked) private var token = -1
    /// The piece that the tokens come from.
    private var piece: Range<Int>
    private var hasEnded = false
    /// How many bytes were parsed since the last event.
    private var eventlessCount = 0
    private var failure: JSONError?
    @exclusivity(unchecked) private var levels: [Level] = []
    /// The current keys of the open objects, one after the other.
    @exclusivity(unchecked) private var keys: [UInt8] = []
    /// How far lines are counted: an offset, its line, and the offset at which that line starts.
    private var counted = (offset: 0, line: 1, start: 0)

    /// A reader of `bytes`, which are a whole text.
    package init(_ bytes: [UInt8]) {
        self.bytes = bytes
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        piece = start..<start
    }

    /// Moves on to the next event; nil at the end of the text.
    ///
    /// - Throws: `JSONError` if the text is not JSON, or nested too deep.
    package func next() throws(JSONError) -> Event? {
        token += 1
        guard try fillTokens() else { return nil }
        let event = parser.list.tokens[token].event
        follow(event)
        return event
    }

    /// Moves behind the value that begins with the current event, which must not be a key.
    ///
    /// - Throws: `JSONError` as `next` does.
    package func skipValue() throws(JSONError) {
        guard let event = currentToken?.event, event == .beginObject || event == .beginArray else {
            return
        }
        // Levels and keys inside the value are not followed: they end with it.
        var open = 1
        while open > 0 {
            token += 1
            if token == parser.list.tokens.count {
                parser.skip(depth: open)
                open = 1
            }
            guard try fillTokens() else { return }
            switch parser.list.tokens[token].event {
            case .beginObject, .beginArray: open += 1
            case .endObject, .endArray: open -= 1
            default: break
            }
        }
        follow(.endObject)
    }

    /// How many arrays and objects are open. The current event counts if it begins one.
    package var depth: Int { levels.count }

    /// The text of the current key, string or number; empty for other events.
    package var text: String { String(decoding: parser.list.text[currentRange], as: UTF8.self) }

    /// Calls `body` with the text of the current key, string or number.
    package func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        let text = parser.list.text
        return body(text.span.extracting(currentRange))
    }

    /// Where the current value is. For the key of an object this is the value that follows it.
    package var path: JSONPath {
        JSONPath(
            levels.compactMap { level in
                if let key = level.key { return .key(String(decoding: keys[key], as: UTF8.self)) }
                return level.isArray && level.index >= 0 ? .index(level.index) : nil
            })
    }

    /// The line on which the current event ends; the first one is 1.
    package var line: Int {
        position(of: piece.lowerBound + (currentToken?.end ?? 0)).line
    }

    /// Parses pieces until `token` is one of the parser's; false at the end of the text.
    private func fillTokens() throws(JSONError) -> Bool {
        while token >= parser.list.tokens.count {
            if let failure { throw failure }
            if hasEnded { return false }
            parseNextPiece()
            token = 0
        }
        return true
    }

    private var currentToken: TokenList.Token? {
        let tokens = parser.list.tokens
        return tokens.indices.contains(token) ? tokens[token] : nil
    }

    private var currentRange: Range<Int> { currentToken?.range ?? 0..<0 }

    /// Parses the next piece, or the end of the text.
    private func parseNextPiece() {
        // The parser reads a value that goes on from its start again with each piece.
        let size = max(Self.pieceSize, eventlessCount)
        let end = min(piece.upperBound + size, bytes.count)
        piece = piece.upperBound..<end
        hasEnded = piece.isEmpty
        let bytes = bytes
        guard let error = parser.parse(bytes.span.extracting(piece)) else {
            eventlessCount = parser.list.hasEvents ? 0 : eventlessCount + piece.count
            if eventlessCount > Self.maximumLength {
                fail(.tooLong, at: piece.upperBound - eventlessCount)
            }
            return
        }
        // The parser has already taken the byte that it does not allow.
        let offset = piece.lowerBound + error.offset - (hasEnded ? 0 : 1)
        fail(
            parser.list.isTooDeep ? .tooDeep : hasEnded ? .unexpectedEnd : .syntax(error.message),
            at: min(max(offset, 0), bytes.count))
    }

    private func fail(_ reason: JSONError.Reason, at offset: Int) {
        let position = position(of: offset)
        failure = JSONError(
            reason: reason, line: position.line, byteColumn: position.byteColumn)
    }

    /// Updates the open levels for an event.
    private func follow(_ event: Event) {
        switch event {
        case .endObject, .endArray:
            if let level = levels.popLast() { keys.removeSubrange(level.keysBefore...) }
            return
        case .key:
            guard let last = levels.indices.last else { return }
            let start = levels[last].keysBefore
            keys.removeSubrange(start...)
            keys.append(contentsOf: parser.list.text[currentRange])
            levels[last].key = start..<keys.count
            return
        default: break
        }
        if let last = levels.indices.last, levels[last].isArray { levels[last].index += 1 }
        if event == .beginObject || event == .beginArray {
            levels.append(Level(isArray: event == .beginArray, keysBefore: keys.count))
        }
    }

    /// The line and column of an offset in the text. Offsets must not decrease between calls.
    private func position(of offset: Int) -> (line: Int, byteColumn: Int) {
        let end = max(offset, counted.offset)
        bytes.withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            let newline = CInt(UInt8(ascii: "\n"))
            while let found = memchr(start + counted.offset, newline, end - counted.offset) {
                let next = UnsafeRawPointer(found) + 1 - start
                counted = (offset: next, line: counted.line + 1, start: next)
            }
        }
        counted.offset = end
        return (counted.line, offset - counted.start + 1)
    }
}
