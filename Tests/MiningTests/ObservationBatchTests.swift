import Mining
import TestSupport
import Testing

@Suite("Observation batches")
struct ObservationBatchTests {
    @Test(arguments: 0..<20)
    func `rows are ordered by key as a stable sort would order them`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        var batch = ObservationBatch()
        for line in 2..<200 {
            func few(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &generator) }
            let last = Day.firstOfPublication.advanced(by: few(0...3))
            let period = try #require(Period(last.advanced(by: -few(0...1)), last))
            let value = try #require(Quantity(digits: 1, unit: .bitcoin, decimals: 0))
            batch.append(
                ObservationBatch.Row(
                    subject: Int32(few(0...1)), metric: few(0...1) == 0 ? .btcHeld : .btcMined,
                    period: period, value: value, publishedOn: few(0...1) == 0 ? nil : last,
                    source: Int32(few(0...1)), status: .reported, note: nil, line: line))
        }
        let sorted = batch.rows.sorted { key($0).lexicographicallyPrecedes(key($1)) }
        #expect(batch.keyOrder.map { batch.rows[Int($0)].line } == sorted.map(\.line))
        var arranged = batch
        arranged.cacheKeyOrder()
        #expect(arranged.keyOrder == batch.keyOrder)
        arranged.removeLast(100)
        #expect(arranged.keyOrder.count == 98)
    }

    @Test func `rows from an index on are sorted by the bytes of their sources`() throws {
        var batch = try batch(["z", "b", "é", "", "e\u{301}", "a", "ab"])
        batch.sortBySource(from: 7)
        batch.sortBySource(from: 6)
        batch.sortBySource(from: 1)
        #expect(
            batch.observations.map(\.source) == ["z", "", "a", "ab", "b", "e\u{301}", "é"])
    }

    @Test func `a batch can be refilled after removing everything`() throws {
        var batch = try batch(["before", "and", "more"])
        batch.removeAll()
        #expect(batch.count == 0)
        #expect(batch.sources.count == 0 && batch.sources.bytes.isEmpty)
        #expect(["after", "and", "after"].map { batch.sources.add($0) } == [0, 1, 0])
    }

    private func batch(_ sources: [String]) throws -> ObservationBatch {
        let value = try #require(Quantity(digits: 1, unit: .bitcoin, decimals: 0))
        return ObservationBatch(
            sources.map {
                Located(
                    value: Observation(
                        subject: "RIOT", metric: .btcHeld, period: Period(day: .first),
                        value: value, source: $0),
                    line: 2)
            })
    }

    /// The sort key of a row, followed by its line.
    private func key(_ row: ObservationBatch.Row) -> [Int] {
        [
            Int(row.subject), row.metric.rawValue, row.period.last.number, row.period.first.number,
            row.publishedOn?.number ?? .min, Int(row.source), row.line,
        ]
    }
}
