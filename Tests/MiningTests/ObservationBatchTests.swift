import Testing

@testable import Mining

@Suite("Batches of observations")
struct ObservationBatchTests {
    private func text(_ range: Range<Int>, _ batch: ObservationBatch) -> String {
        String(decoding: batch.texts[range], as: UTF8.self)
    }

    private func add(_ source: String, to batch: inout ObservationBatch) throws {
        let value = try #require(Quantity(base: 0, unit: .satoshi, decimals: 0))
        batch.append(
            ObservationBatch.Row(
                subject: 0..<0, metric: .btcHeld, period: Period(day: .first), value: value,
                publishedOn: nil, source: batch.keep(source.utf8.span), status: .reported,
                note: nil))
    }

    @Test func `texts are kept as they are, and what is no UTF-8 is replaced`() {
        var batch = ObservationBatch()
        let bytes: [[UInt8]] = [
            [], Array("a\0b".utf8), Array("Å, 比特币".utf8), [0x41, 0xFF, 0x42], [0xE2, 0x82],
        ]
        let ranges = bytes.map { batch.keep($0.span) }
        #expect(
            ranges.map { text($0, batch) } == ["", "a\0b", "Å, 比特币", "A\u{FFFD}B", "\u{FFFD}"])
    }

    @Test func `rows are sorted by the bytes of their sources, from a place on`() throws {
        var batch = ObservationBatch()
        for source in ["z", "b", "é", "", "e\u{301}", "a", "ab"] { try add(source, to: &batch) }
        batch.sortBySource(from: 7)
        batch.sortBySource(from: 6)
        batch.sortBySource(from: 1)
        #expect(
            batch.rows.map { text($0.source, batch) } == ["z", "", "a", "ab", "b", "e\u{301}", "é"])
    }

    @Test func `a batch can be filled anew`() throws {
        var batch = ObservationBatch()
        try add("before", to: &batch)
        batch.removeAll()
        #expect(batch.rows.isEmpty)
        #expect(batch.texts.isEmpty)
        try add("after", to: &batch)
        #expect(batch.rows.map { text($0.source, batch) } == ["after"])
    }
}
