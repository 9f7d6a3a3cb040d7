import Bookkeeping
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

/// Batches are written in the order of keys and many rows at a time. The result must be the same as
/// with one row after the other.
@Suite("Batches of observations")
struct BatchTests {
    @Test(arguments: 0..<60)
    func `batches of any size give the same result as one row after the other`(seed: UInt64) throws
    {
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
            #expect(outcome.rowCounts == expected.rowCounts)
            #expect(outcome.changes.map { $0.new.origin?.line } == expected.changes.map(\.line))
            #expect(outcome.changes.map(\.kind) == expected.changes.map(\.kind))
            #expect(
                outcome.conflicts.map { [$0.secondOrigin.line, $0.firstOrigin.line] }
                    == expected.conflicts)
            #expect(Set(try book.export()) == Set(model.rows))
        }
    }

    @Test func `rows of one key on one line contradict each other`() throws {
        let book = try ScratchBook()
        let rows = try ["5 BTC", "5 BTC", "6 BTC"].map {
            Located(value: try Observation("RIOT", .btcMined, "2025-12", $0), line: 2)
        }
        let outcome = try book.importing(keeping: false) { session in
            let file = try session.addFile(name: "wide.csv", kind: .observations)
            try session.record(rows, from: file)
        }
        #expect(outcome.rowCounts == RowCounts(inserted: 1, unchanged: 1))
        #expect(outcome.conflicts.count == 1)
    }

    @Test func `a full statement skips the rows that the book has`() throws {
        let book = try ScratchBook()
        let days = 0..<(3 * ObservationTable.rowsAtOnce + 5)
        let rows = try lined(
            days.map { day in
                Observation(
                    subject: "RIOT", metric: .btcHeld,
                    period: Period(day: Day.firstOfPublication.advanced(by: day)),
                    value: try Quantity("\(day) BTC", in: .bitcoin), source: "\(day % 3)")
            })
        let outcome = try book.importing { session in
            let file = try session.addFile(name: "f.csv", kind: .observations)
            // Every statement of the second file has a row of the first one.
            try session.record(rows.filter { $0.line.isMultiple(of: 7) }, from: file)
            let other = try session.addFile(name: "g.csv", kind: .observations)
            try session.record(rows, from: other)
        }
        let sevenths = rows.count { $0.line.isMultiple(of: 7) }
        #expect(outcome.rowCounts == RowCounts(inserted: rows.count, unchanged: sevenths))
        #expect(try book.export() == rows.map(\.value))
    }

    @Test func `texts that no row names are not kept`() throws {
        let book = try ScratchBook()
        var batch = ObservationBatch(
            try lined([
                Observation("RIOT", .btcMined, "2025-12", "5 BTC", source: "kept"),
                Observation("NOPE", .btcMined, "2025-12", "5 BTC", source: "dropped"),
            ]))
        batch.removeLast(1)
        try book.importing { session in
            try session.record(
                batch, from: session.addFile(name: "f.csv", kind: .observations))
        }
        #expect(try book.shell("SELECT text FROM source WHERE id > 0") == "kept")
    }

    /// An observation with one of a few keys and values, so that they often coincide.
    private static func observation(_ generator: inout SeededGenerator) throws -> Observation {
        let first = try required(Day("2025-12-01"))
        let day = first.advanced(by: Int.random(in: 0...25, using: &generator))
        let published = Int.random(in: -1...2, using: &generator)
        let cents = Int64.random(in: 1...3, using: &generator)
        let quantities = [
            Quantity(base: cents, unit: .cent, decimals: 0),
            Quantity(base: cents, unit: .dollar, decimals: 2),
        ]
        return Observation(
            subject: ["RIOT", "MARA", "riot"].randomElement(using: &generator) ?? "RIOT",
            metric: Bool.random(using: &generator) ? .cash : .totalDebt, period: Period(day: day),
            value: try required(quantities.randomElement(using: &generator) ?? nil),
            publishedOn: published < 0 ? nil : day.advanced(by: published),
            source: ["", "a", "b"].randomElement(using: &generator) ?? "",
            status: Status.allCases.randomElement(using: &generator) ?? .reported,
            note: [nil, "é", "e\u{301}"].randomElement(using: &generator) ?? nil)
    }
}

/// What a small book should contain, computed one row after the other.
private struct Model {
    private struct Key: Hashable {
        var subject: String
        var metric: Metric
        var period: Period
        var publishedOn: Day?
        var source: String

        init(_ observation: Observation) {
            subject = observation.subject
            metric = observation.metric
            period = observation.period
            publishedOn = observation.publishedOn
            source = observation.source
        }
    }

    private var held: [Key: (observation: Observation, line: Int, number: Int)] = [:]

    var rows: [Observation] { held.values.map(\.observation) }

    /// Records the rows of import `number`. Returns the lines of changes, and both lines of conflicts.
    mutating func record(
        _ rows: [Located<Observation>], number: Int
    ) -> (rowCounts: RowCounts, changes: [(line: Int, kind: Change.Kind)], conflicts: [[Int]]) {
        let before = held
        var (rowCounts, conflicts) = (RowCounts(), [[Int]]())
        var changes: [(line: Int, kind: Change.Kind)] = []
        for row in rows {
            var new = row.value
            new.subject = new.subject.uppercased()
            let key = Key(new)
            if let known = held[key] {
                if known.observation.says(as: new) {
                    rowCounts.unchanged += 1
                } else if known.number == number {
                    conflicts.append([row.line, known.line])
                } else {
                    rowCounts.corrected += 1
                    changes.append((row.line, .corrected))
                    held[key] = (new, row.line, number)
                }
                continue
            }
            rowCounts.inserted += 1
            held[key] = (new, row.line, number)
            let vintages = before.values.map(\.observation).filter {
                $0.subject == new.subject && $0.metric == new.metric && $0.period == new.period
            }
            let others = vintages.filter { $0.value.base != new.value.base }
            if others.contains(where: { new.replaces($0) || $0.replaces(new) }) {
                rowCounts.restated += 1
                changes.append((row.line, .restated))
            } else if others.contains(where: { other in
                other.isFar(from: new)
                    && (other.status == .estimated) == (new.status == .estimated)
                    && !(vintages + [new]).contains { $0.replaces(new) || $0.replaces(other) }
            }) {
                rowCounts.conflicting += 1
                changes.append((row.line, .conflicting))
            }
        }
        return (rowCounts, changes, conflicts)
    }
}

extension Observation {
    fileprivate func says(as other: Observation) -> Bool {
        value.base == other.value.base && status == other.status
            && note.map { Array($0.utf8) } == other.note.map { Array($0.utf8) }
    }
    /// The company publishes all its figures, each source those of others, and its estimates apart.
    private var publisher: [String] {
        switch status {
        case .reported, .preliminary, .restated: ["company"]
        case .aggregated: ["source", source]
        case .estimated: ["estimate", source]
        }
    }

    fileprivate func replaces(_ other: Observation) -> Bool {
        guard publisher == other.publisher else { return false }
        if let day = publishedOn, let before = other.publishedOn, day != before {
            return day > before
        }
        return status == .restated && other.status != .restated
    }

    /// Whether two amounts printed in whole cents cannot both be right.
    fileprivate func isFar(from other: Observation) -> Bool {
        abs(value.base - other.value.base) > value.lastPlace
    }
}
