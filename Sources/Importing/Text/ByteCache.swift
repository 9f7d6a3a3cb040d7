import Mining

/// Remembers what byte strings mean, so that a text that occurs again is parsed only once.
///
/// Memory is bounded: each text has one slot, which keeps the last text that fell into it, and
/// texts longer than `longestKey` are never kept. The text of the previous lookup is tried first,
/// because columns often repeat a value from row to row.
struct ByteCache<Value> {
    private static var longestKey: Int { 512 }

    /// For each slot the index of its text in `keys` and `values`; −1 if the slot is empty.
    private var slots: [Int32]
    private var keys: [[UInt8]] = []
    private var values: [Value] = []
    private var last = 0

    /// `slots`, the greatest number of texts that are kept, must be a power of two.
    init(slots: Int = 1024) {
        self.slots = Array(repeating: -1, count: slots)
    }

    /// The meaning of `bytes`: the remembered one, else what `make` returns. A nil result, for
    /// bytes without a meaning, is not remembered.
    ///
    /// The result of `make` must depend on the bytes alone.
    @inline(__always)
    mutating func value(of bytes: Span<UInt8>, orMake make: () -> Value?) -> Value? {
        if last < keys.count, bytes.equals(keys[last]) { return values[last] }
        return lookedUp(bytes, orMake: make)
    }

    private mutating func lookedUp(_ bytes: Span<UInt8>, orMake make: () -> Value?) -> Value? {
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
