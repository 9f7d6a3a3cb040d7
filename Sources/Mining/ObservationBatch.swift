/// Observations side by side, with all of their texts in one buffer: the form in which millions
/// of them are handed on, since none of them takes memory of its own.
///
/// `batch.texts.span.extracting(batch.rows[0].source)` is the source of the first, uncopied.
package struct ObservationBatch: Sendable {
    /// An `Observation` without its origin, whose texts are ranges of the batch's `texts`.
    package struct Row: Sendable {
        package var subject: Range<Int>
        package var metric: Metric
        package var period: Period
        package var value: Quantity
        package var publishedOn: Day?
        package var source: Range<Int>
        package var status: Status
        package var note: Range<Int>?

        package init(
            subject: Range<Int>, metric: Metric, period: Period, value: Quantity,
            publishedOn: Day?, source: Range<Int>, status: Status, note: Range<Int>?
        ) {
            self.subject = subject
            self.metric = metric
            self.period = period
            self.value = value
            self.publishedOn = publishedOn
            self.source = source
            self.status = status
            self.note = note
        }
    }

    /// The observations, in the order that whoever made the batch says.
    package private(set) var rows: [Row] = []

    /// The texts of the rows, one after the other, in UTF-8.
    package private(set) var texts: [UInt8] = []

    package init() {}

    /// Takes everything out, and keeps the memory for what comes next.
    package mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
        texts.removeAll(keepingCapacity: true)
    }

    /// Adds a row, whose texts were kept by `keep`.
    package mutating func append(_ row: Row) { rows.append(row) }

    /// Adds a text, and says where it is: rows may share it. What is no UTF-8 in it is replaced,
    /// as `String(decoding:as:)` does.
    package mutating func keep(_ text: Span<UInt8>) -> Range<Int> {
        let start = texts.count
        text.withUnsafeBufferPointer { bytes in
            if isASCII(text) {
                texts.append(contentsOf: bytes)
            } else {
                texts.append(contentsOf: String(decoding: bytes, as: UTF8.self).utf8)
            }
        }
        return start..<texts.count
    }

    /// Sorts the rows from `start` on by the bytes of their sources.
    package mutating func sortBySource(from start: Int) {
        guard rows.count - start > 1 else { return }
        rows[start...].sort { [texts] in
            texts[$0.source].lexicographicallyPrecedes(texts[$1.source])
        }
    }
}

private func isASCII(_ text: Span<UInt8>) -> Bool {
    var all: UInt8 = 0
    for index in text.indices { all |= text[index] }
    return all < 0x80
}
