import Mining

/// What byte strings were found to mean, so that a text that recurs is read once.
///
/// Memory is bounded: every text has one slot, which the last text of that slot keeps, and
/// texts longer than `longestKey` are never kept. The text asked for last is tried first,
/// because columns repeat themselves from row to row.
struct ByteMemo<Value> {
    private static var longestKey: Int { 512 }

    /// For each slot where in `keys` and `values` its text is; −1 where it has none.
    private var slots: [Int32]
    private var keys: [[UInt8]] = []
    private var values: [Value] = []
    private var last = 0

    /// `slots`, how many texts are remembered at most, is a power of two.
    init(slots: Int = 1024) {
        self.slots = Array(repeating: -1, count: slots)
    }

    /// What `bytes` mean: as remembered, else as `make` says. `nil`, that they mean nothing, is
    /// not remembered.
    ///
    /// What `make` returns must follow from the bytes alone.
    @inline(__always)
    mutating func value(of bytes: Span<UInt8>, orMake make: () -> Value?) -> Value? {
        if last < keys.count, bytes.equals(keys[last]) { return values[last] }
        return recalled(bytes, orMake: make)
    }

    private mutating func recalled(_ bytes: Span<UInt8>, orMake make: () -> Value?) -> Value? {
        let slot = Int(truncatingIfNeeded: bytes.digest) & (slots.count - 1)
        let index = Int(slots[slot])
        if index >= 0, bytes.equals(keys[index]) {
            last = index
            return values[index]
        }
        guard let value = make() else { return nil }
        guard bytes.count <= Self.longestKey else { return value }
        let key = bytes.indices.map { bytes[$0] }
        if index >= 0 {
            keys[index] = key
            values[index] = value
            last = index
        } else {
            last = keys.count
            slots[slot] = Int32(last)
            keys.append(key)
            values.append(value)
        }
        return value
    }
}
