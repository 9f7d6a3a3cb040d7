/// A pool of distinct texts (string interning): each text is stored once and gets a number,
/// counted from 0 in the order of first use.
///
/// Rows keep the number instead of the text, so millions of rows share a few texts without
/// allocating or reference-counting any. Texts are compared by their bytes, not by Swift's `==`,
/// which treats an é written as one character and an é written as two as equal.
package struct StringPool: Sendable {
    /// The UTF-8 bytes of all texts, one after the other.
    package private(set) var bytes: [UInt8] = []
    /// Where in `bytes` each text ends.
    private var ends: [Int] = []
    private var digests: [UInt64] = []
    /// A hash table with linear probing. A slot holds the number of a text, or −1 if it is free.
    /// The size is a power of two, and more than half of the slots are free.
    private var slots: [Int32] = Array(repeating: -1, count: 16)
    /// The number of the text that was looked up or added last. It is tried first, since a column
    /// often repeats the value of the row before.
    private var last = 0

    /// An empty pool.
    package init() {}

    /// How many distinct texts there are.
    package var count: Int { ends.count }

    /// The text with this number, which must exist.
    package subscript(number: Int) -> String {
        String(decoding: bytes[range(of: number)], as: UTF8.self)
    }

    /// Where in `bytes` the text with this number is.
    package func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    /// Calls `body` with the UTF-8 bytes of a text, without copying them.
    ///
    /// - Throws: what `body` throws.
    package func withBytes<Result, Failure: Error>(
        of number: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes.span.extracting(range(of: number)))
    }

    /// The number of the text with these bytes, or nil if it has not been added.
    package mutating func number(of text: Span<UInt8>) -> Int? {
        if last < count, isText(last, text) { return last }
        guard let number = found(text, text.digest) else { return nil }
        last = number
        return number
    }

    /// Adds the text with these bytes, which must be valid UTF-8, unless it is there already.
    /// Returns its number.
    package mutating func add(_ text: Span<UInt8>) -> Int {
        if last < count, isText(last, text) { return last }
        let digest = text.digest
        if let number = found(text, digest) {
            last = number
            return number
        }
        let number = count
        for index in text.indices { bytes.append(text[index]) }
        ends.append(bytes.count)
        digests.append(digest)
        if 2 * count >= slots.count { grow() } else { place(number) }
        last = number
        return number
    }

    /// Adds a text unless it is there already. Returns its number.
    package mutating func add(_ text: String) -> Int { add(text.utf8Span.span) }

    /// Adds the text with these bytes unless it is there already, replacing invalid UTF-8 as
    /// `String(decoding:as:)` does. Returns its number.
    package mutating func add(repairing text: Span<UInt8>) -> Int {
        guard (try? UTF8Span(validating: text)) == nil else { return add(text) }
        return add(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }

    /// Whether the text with the number `left` sorts before that with the number `right`, by bytes.
    package func precedes(_ left: Int, _ right: Int) -> Bool {
        bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
    }

    /// Removes all texts but keeps the memory for the next ones.
    package mutating func removeAll() {
        guard count > 0 else { return }
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        digests.removeAll(keepingCapacity: true)
        for slot in slots.indices { slots[slot] = -1 }
        last = 0
    }

    private func isText(_ number: Int, _ text: Span<UInt8>) -> Bool {
        bytes.span.extracting(range(of: number)).equals(text)
    }

    private func found(_ text: Span<UInt8>, _ digest: UInt64) -> Int? {
        var slot = Int(truncatingIfNeeded: digest) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if digests[number] == digest, isText(number, text) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        return nil
    }

    private mutating func place(_ number: Int) {
        var slot = Int(truncatingIfNeeded: digests[number]) & (slots.count - 1)
        while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Int32(number)
    }

    private mutating func grow() {
        slots = Array(repeating: -1, count: 2 * slots.count)
        for number in 0..<count { place(number) }
    }
}
