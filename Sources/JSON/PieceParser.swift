import CYAJL

/// Gives a text to yajl piece by piece, and keeps the tokens of the last piece.
///
/// yajl pushes tokens; `JSONReader` takes them one by one.
final class PieceParser {
    /// What the callbacks of yajl work on. It is no object, because every callback would count a
    /// reference to that, which takes a seventh of the time of reading a text.
    fileprivate struct Context {
        var list = TokenList()
        var handle: yajl_handle?

        /// The offset in the piece up to which yajl has read.
        var offset: Int { handle.map { yajl_get_bytes_consumed($0) } ?? 0 }
    }

    private let context: UnsafeMutablePointer<Context>
    /// yajl keeps a pointer to its callbacks.
    private let callbacks: UnsafeMutablePointer<yajl_callbacks>

    init() {
        context = .allocate(capacity: 1)
        context.initialize(to: Context())
        callbacks = .allocate(capacity: 1)
        callbacks.initialize(to: Self.callbacks)
        let handle = yajl_alloc(callbacks, nil, context)
        if let handle { cyajl_allow_multiple_values(handle) }
        context.pointee.handle = handle
    }

    deinit {
        if let handle = context.pointee.handle { yajl_free(handle) }
        context.deinitialize(count: 1)
        context.deallocate()
        callbacks.deallocate()
    }

    /// The tokens of the last piece.
    var list: TokenList { context.pointee.list }

    /// Replaces the tokens by those of the next piece of the text. An empty piece is the end of the
    /// text. Returns the parser's message and the offset in the piece if the text is not JSON; the
    /// tokens before that place are kept.
    func parse(_ piece: Span<UInt8>) -> (message: String, offset: Int)? {
        context.pointee.list.removeAll()
        guard let handle = context.pointee.handle else { return ("out of memory", 0) }
        let status = piece.withUnsafeBufferPointer { bytes in
            bytes.isEmpty
                ? yajl_complete_parse(handle) : yajl_parse(handle, bytes.baseAddress, bytes.count)
        }
        guard status != yajl_status_ok else { return nil }
        let offset = context.pointee.offset
        guard let message = yajl_get_error(handle, 0, nil, 0) else { return ("", offset) }
        defer { yajl_free_error(handle, message) }
        let lines = String(cString: message).split(separator: "\n")
        return (lines.first.map(String.init) ?? "", offset)
    }

    /// Skips a value in which `depth` arrays and objects are open: from the next piece on, its
    /// tokens are left out, except for the one that ends the value.
    func skip(depth: Int) { context.pointee.list.skip(depth: depth) }

    /// The functions that yajl calls. They return 0, which stops it, if values are nested too deep.
    private static var callbacks: yajl_callbacks {
        yajl_callbacks(
            yajl_null: { append(.null, to: $0) },
            yajl_boolean: { append($1 == 0 ? .false : .true, to: $0) },
            yajl_integer: nil, yajl_double: nil,
            yajl_number: { context, start, count in
                start?.withMemoryRebound(to: UInt8.self, capacity: count) {
                    append(.number, UnsafeBufferPointer(start: $0, count: count), to: context)
                } ?? 0
            },
            yajl_string: { append(.string, UnsafeBufferPointer(start: $1, count: $2), to: $0) },
            yajl_start_map: { open(.beginObject, in: $0) },
            yajl_map_key: { append(.key, UnsafeBufferPointer(start: $1, count: $2), to: $0) },
            yajl_end_map: { close(.endObject, in: $0) },
            yajl_start_array: { open(.beginArray, in: $0) },
            yajl_end_array: { close(.endArray, in: $0) })
    }
}

private func append(
    _ event: JSONReader.Event, _ bytes: UnsafeBufferPointer<UInt8>? = nil,
    to context: UnsafeMutableRawPointer?
) -> Int32 {
    let context = parserContext(context)
    context.pointee.list.append(event, bytes, end: context.pointee.offset)
    return 1
}

private func open(_ event: JSONReader.Event, in context: UnsafeMutableRawPointer?) -> Int32 {
    let context = parserContext(context)
    context.pointee.list.open(event, end: context.pointee.offset)
    return context.pointee.list.isTooDeep ? 0 : 1
}

private func close(_ event: JSONReader.Event, in context: UnsafeMutableRawPointer?) -> Int32 {
    let context = parserContext(context)
    context.pointee.list.close(event, end: context.pointee.offset)
    return 1
}

/// What the context pointer of a callback points to. It exists as long as the yajl handle.
private func parserContext(
    _ pointer: UnsafeMutableRawPointer?
) -> UnsafeMutablePointer<PieceParser.Context> {
    pointer.unsafelyUnwrapped.assumingMemoryBound(to: PieceParser.Context.self)
}
