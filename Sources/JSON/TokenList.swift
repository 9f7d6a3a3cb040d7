/// The tokens that yajl found in a piece of a text, in their order, and their texts.
struct TokenList {
    struct Token {
        let event: JSONReader.Event
        /// Where the text of a key, a string or a number is in `text`.
        let range: Range<Int>
        /// The offset of its end in the piece.
        let end: Int
    }

    private(set) var tokens: [Token] = []
    /// The texts of the tokens one after the other. Escapes in strings are decoded.
    private(set) var text: [UInt8] = []
    /// Whether the piece had any token, also one that was skipped.
    private(set) var hasEvents = false
    /// Whether a value was nested too deep. The tokens before it are in the list.
    private(set) var isTooDeep = false
    private var depth = 0
    /// How many arrays and objects are open in the value that is skipped; 0 if none is.
    private var skippedDepth = 0

    /// Removes all tokens, so that the list can take those of the next piece.
    mutating func removeAll() {
        tokens.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        hasEvents = false
    }

    /// Skips a value in which `depth` arrays and objects are open: from now on its tokens are left
    /// out, except for the one that ends the value.
    mutating func skip(depth: Int) { skippedDepth = depth }

    /// Adds a key, or a value that is neither an array nor an object. `end` is the offset of its end
    /// in the piece.
    mutating func append(
        _ event: JSONReader.Event, _ bytes: UnsafeBufferPointer<UInt8>? = nil,
        end: @autoclosure () -> Int
    ) {
        hasEvents = true
        guard skippedDepth == 0 else { return }
        let start = text.count
        if let bytes { text.append(contentsOf: bytes) }
        tokens.append(Token(event: event, range: start..<text.count, end: end()))
    }

    /// Adds the start of an array or object, unless it is nested too deep.
    mutating func open(_ event: JSONReader.Event, end: @autoclosure () -> Int) {
        depth += 1
        isTooDeep = depth > JSONReader.maximumDepth
        if skippedDepth > 0 { skippedDepth += 1 }
        if !isTooDeep { append(event, end: end()) }
    }

    /// Adds the end of an array or object.
    mutating func close(_ event: JSONReader.Event, end: @autoclosure () -> Int) {
        depth -= 1
        if skippedDepth > 0 { skippedDepth -= 1 }
        append(event, end: end())
    }
}
