import Mining
import TestSupport
import Testing

@testable import Storage

/// Batches are written in the order of keys and many rows at a time; what comes of them must be
/// what would come of one row after the other.
@Suite("Batches of observations")
struct BatchTests {
    @Test(arguments: 0..<60)
    func `any batches come to what one row after the other would`(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let book = try ScratchBook()
        var model = Model()
        for number in 2...5 {
            let rows = try lined(
                (0..<Int.random(in: 1...120, using: &generator)).map { _ in
                    try Self.observation(&generator)
                })
            let size = Int.random(in: 1...130, using: &generator)
            let outcome = try book.importing { session in
                let file = try session.addFile(name: "f\(number).csv", kind: .observations)
                for start in stride(from: 0, to: rows.count, by: size) {
                    let end = min(start + size, rows.count)
                    try session.record(Array(rows[start..<end]), from: file)
                }
            }
            let expected = model.record(rows, number: number)
            #expect(outcome.tally == expected.tally)
            #expect(outcome.changes.map { "\($0.new.origin?.line ?? 0)" } == expected.changes)
            #expect(
                outcome.conflicts.map { "\($0.secondOrigin.line) \($0.firstOrigin.line)" }
                    == expected.conflicts)
            #expect(
                Set(try book.export().map(\.description)) == Set(model.rows.map(\.description)))
        }
    }

    @Test func `rows of one key on one line contradict each other`() throws {
        let book = try ScratchBook()
        let rows = try ["5 BTC", "5 BTC", "6 BTC"].map {
            Lined(value: try Observation("RIOT", .btcMined, "2025-12", $0), line: 2)
        }
        let outcome = try book.importing(keeping: false) { session in
            let file = try session.addFile(name: "wide.csv", kind: .observations)
            try session.record(rows, from: file)
        }
        #expect(outcome.tally == Tally(inserted: 1, unchanged: 1))
        #expect(outcome.conflicts.count == 1)
    }

    @Test func `of a full statement the rows that the book has are passed over`() throws {
        let book = try ScratchBook()
        let days = 0..<(3 * ObservationTable.rowsAtOnce + 5)
        let rows = try lined(
            days.map { day in
                Observation(
                    subject: "RIOT", metric: .btcHeld,
                    period: Period(day: Day.first.advanced(by: day)),
                    value: try Quantity("\(day) BTC", in: .bitcoin), source: "\(day % 3)")
            })
        let outcome = try book.importing { session in
            let file = try session.addFile(name: "f.csv", kind: .observations)
            // The second batch meets in every statement a row of the first one.
            try session.record(rows.filter { $0.line.isMultiple(of: 7) }, from: file)
            try session.record(rows, from: file)
        }
        let sevenths = rows.count { $0.line.isMultiple(of: 7) }
        #expect(outcome.tally == Tally(inserted: rows.count, unchanged: sevenths))
        #expect(try book.export() == rows.map(\.value))
    }

    /// One of few keys and values, so that they meet often.
    private static func observation(_ generator: inout SeededGenerator) throws -> Observation {
        let day = Day.first.advanced(by: Int.random(in: 0...25, using: &generator))
        let published = Int.random(in: -1...2, using: &generator)
        return Observation(
            subject: ["RIOT", "MARA", "riot"].randomElement(using: &generator) ?? "CLSK",
            metric: Bool.random(using: &generator) ? .btcHeld : .deployedHashrate == .btcHeld
                ? .btcHeld : .cash,
            period: Period(day: day),
            value: try required(Quantity(base: 1, unit: .cent, decimals: 0)),
            publishedOn: published < 0 ? nil : day.advanced(by: published),
            source: ["", "a", "b"].randomElement(using: &generator) ?? "",
            status: [.reported, .estimated].randomElement(using: &generator) ?? .reported)
    }
}
