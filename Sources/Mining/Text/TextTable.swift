/// Texts, each of them once, numbered from 0 in the order in which they came.
///
/// What many rows name is kept here by its bytes, and a row names it by number: no text has to be
/// allocated or counted for each row. Texts are equal only where all bytes are; Swift's own
/// equality takes an é of one character for one of two.
package struct TextTable: Sendable {
    /// All texts, one behind the other.
    package private(set) var bytes: [UInt8] = []
    /// Where in `bytes` each text ends.
    private var ends: [Int] = []
    private var digests: [UInt64] = []
    /// The numbers of texts, each at the first free place from its digest on; −1 where there is
    /// none. Their count is a power of two, and more than half of them are free.
    private var slots: [Int32] = Array(repeating: -1, count: 16)
    /// The text found last: columns repeat themselves from row to row.
    private var last = 0

    package init() {}

    package var count: Int { ends.count }

    /// The text of this number.
    package subscript(number: Int) -> String {
        String(decoding: bytes[range(of: number)], as: UTF8.self)
    }

    /// Where in `bytes` the text of this number stands.
    package func range(of number: Int) -> Range<Int> {
        (number == 0 ? 0 : ends[number - 1])..<ends[number]
    }

    /// Lends the bytes of the text, which are UTF-8.
    package func withBytes<Result, Failure: Error>(
        of number: Int, _ body: (Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(bytes.span.extracting(range(of: number)))
    }

    /// The number of the text with these bytes; `nil` where it has not been added.
    package mutating func number(of text: Span<UInt8>) -> Int? {
        if last < count, isText(last, text) { return last }
        guard let number = found(text, text.digest) else { return nil }
        last = number
        return number
    }

    /// Adds the text with these bytes, which must be UTF-8, where it is new; returns its number.
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

    /// Adds a text where it is new; returns its number.
    package mutating func add(_ text: String) -> Int { add(text.utf8Span.span) }

    /// Adds the text with these bytes where it is new, with what is no UTF-8 in them replaced as
    /// `String(decoding:as:)` does; returns its number.
    package mutating func add(repairing text: Span<UInt8>) -> Int {
        guard (try? UTF8Span(validating: text)) == nil else { return add(text) }
        return add(text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }

    /// Whether the bytes of one text come before those of another.
    package func precedes(_ left: Int, _ right: Int) -> Bool {
        bytes[range(of: left)].lexicographicallyPrecedes(bytes[range(of: right)])
    }

    /// Takes out all texts, and keeps the memory for what comes next.
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
