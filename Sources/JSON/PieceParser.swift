import CYAJL

/// Gives a text to yajl piece by piece, and keeps the tokens of the last piece.
///
/// yajl pushes tokens; `JSONReader` takes them one by one. A class, because C keeps pointers to it.
final class PieceParser {
    struct Token {
        let event: JSONReader.Event
        /// Where the text of a key, a string or a number is in `text`.
        let range: Range<Int>
        /// The offset of its end in the piece.
        let end: Int
    }

    // Checking exclusive access took a sixth of the time of reading a text. No access can overlap:
    // only the callbacks of yajl write, and nobody reads while they run.

    /// The tokens of the last piece, in their order.
    @exclusivity(unchecked) private(set) var tokens: [Token] = []
    /// The texts of the tokens one after the other. Escapes in strings are decoded.
    @exclusivity(unchecked) private(set) var text: [UInt8] = []
    /// Whether the last piece had any token, also one that was skipped.
    @exclusivity(unchecked) private(set) var hasEvents = false
    /// Whether parsing stopped because values are nested too deep.
    private(set) var isTooDeep = false
    @exclusivity(unchecked) private var depth = 0
    /// How many arrays and objects are open in the value that is skipped; 0 if none is.
    @exclusivity(unchecked) private var skippedDepth = 0
    @exclusivity(unchecked) private var handle: yajl_handle?
    /// yajl keeps a pointer to its callbacks.
    private let callbacks: UnsafeMutablePointer<yajl_callbacks>

    init() {
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: Self.callbacks)
        handle = yajl_alloc(callbacks, nil, Unmanaged.passUnretained(self).toOpaque())
        if let handle { cyajl_allow_multiple_values(handle) }
    }

    deinit {
        if let handle { yajl_free(handle) }
        callbacks.deallocate()
    }

    /// Replaces the tokens by those of the next piece of the text. An empty piece is the end of the
    /// text. Returns the parser's message and the offset in the piece if the text is not JSON; the
    /// tokens before that place are kept.
    func parse(_ piece: Span<UInt8>) -> (message: String, offset: Int)? {
        tokens.removeAll(keepingCapacity: true)
        text.removeAll(keepingCapacity: true)
        hasEvents = false
        guard let handle else { return ("out of memory", 0) }
        let status = piece.withUnsafeBufferPointer { bytes in
            bytes.isEmpty
                ? yajl_complete_parse(handle) : yajl_parse(handle, bytes.baseAddress, bytes.count)
        }
        guard status != yajl_status_ok else { return nil }
        let offset = yajl_get_bytes_consumed(handle)
        guard let message = yajl_get_error(handle, 0, nil, 0) else { return ("", offset) }
        defer { yajl_free_error(handle, message) }
        let lines = String(cString: message).split(separator: "\n")
        return (lines.first.map(String.init) ?? "", offset)
    }

    /// Skips a value in which `depth` arrays and objects are open: from the next piece on, its
    /// tokens are left out, except for the one that ends the value.
    func skip(depth: Int) { skippedDepth = depth }

    /// Appends a token, unless it is skipped. Returns 0, which stops yajl, if values are nested too
    /// deep.
    fileprivate func append(
        _ event: JSONReader.Event, _ bytes: UnsafeBufferPointer<UInt8>? = nil
    ) -> Int32 {
        hasEvents = true
        let change =
            switch event {
            case .beginObject, .beginArray: 1
            case .endObject, .endArray: -1
            default: 0
            }
        depth += change
        guard depth <= JSONReader.maximumDepth else {
            isTooDeep = true
            return 0
        }
        if skippedDepth > 0 {
            skippedDepth += change
            if skippedDepth > 0 { return 1 }
        }
        let start = text.count
        if let bytes { text.append(contentsOf: bytes) }
        let end = handle.map { yajl_get_bytes_consumed($0) } ?? 0
        tokens.append(Token(event: event, range: start..<text.count, end: end))
        return 1
    }

    /// The functions that yajl calls. Their context is a `PieceParser`.
    private static var callbacks: yajl_callbacks {
        yajl_callbacks(
            yajl_null: { parser($0).append(.null) },
            yajl_boolean: { parser($0).append($1 == 0 ? .false : .true) },
            yajl_integer: nil, yajl_double: nil,
            yajl_number: { context, start, count in
                start?.withMemoryRebound(to: UInt8.self, capacity: count) {
                    parser(context).append(.number, UnsafeBufferPointer(start: $0, count: count))
                } ?? 0
            },
            yajl_string: {
                parser($0).append(.string, UnsafeBufferPointer(start: $1, count: $2))
            },
            yajl_start_map: { parser($0).append(.beginObject) },
            yajl_map_key: {
                parser($0).append(.key, UnsafeBufferPointer(start: $1, count: $2))
            },
            yajl_end_map: { parser($0).append(.endObject) },
            yajl_start_array: { parser($0).append(.beginArray) },
            yajl_end_array: { parser($0).append(.endArray) })
    }
}

/// The object behind the context pointer of a callback. It never outlives its yajl handle.
private func parser(_ context: UnsafeMutableRawPointer?) -> PieceParser {
    Unmanaged<PieceParser>.fromOpaque(context.unsafelyUnwrapped).takeUnretainedValue()
}
