import Bookkeeping
import Mining

/// The walk of an export.
final class PostgresObservationWalk: ObservationWalk {
    private static let select = """
        SELECT
            subject.code, o.metric, o.period_start, o.period_end, o.published_on, source.text, o.value,
            o.unit, o.decimals, o.status, o.note
        FROM observation AS o
        LEFT JOIN subject ON subject.id = o.subject
        LEFT JOIN metric ON metric.id = o.metric
        LEFT JOIN source ON source.id = o.source
        ORDER BY
            subject.code, metric.code, o.period_end, o.period_start, o.published_on, source.text
        """

    private let cursor: Cursor
    private var rows: Rows?
    /// The index of the next row in `rows`.
    private var next = 0

    init(_ book: PostgresBook) throws(BookError) {
        cursor = try Cursor(Self.select, of: book)
        try fetch()
    }

    private func fetch() throws(BookError) {
        rows = try cursor.next(2_048)
        next = 0
    }

    func next(into batch: inout ObservationBatch) throws(BookError) -> Bool {
        batch.removeAll()
        var last: ObservationBatch.Row?
        while let rows {
            let row = rows[next]
            if let metric = Metric(rawValue: try row.integer(1)) {
                let new = try read(row, metric, into: &batch)
                // Vintages that differ only in their sources stay in one batch.
                if let last, batch.isFull, !new.differsInSourceAlone(from: last) { return true }
                batch.append(new)
                last = new
            }
            next += 1
            if next == rows.count { try fetch() }
        }
        return last != nil
    }

    private func read(
        _ row: Row, _ metric: Metric, into batch: inout ObservationBatch
    ) throws(BookError) -> ObservationBatch.Row {
        let value = try row.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw row.unreadable(7) }
        guard let subject = try row.textBytes(0), let source = try row.textBytes(5) else {
            throw row.unreadable(5)
        }
        return ObservationBatch.Row(
            subject: Int32(batch.subjects.add(subject.span)), metric: metric,
            period: try row.period(first: 2, last: 3), value: value,
            publishedOn: try row.keyDay(4), source: Int32(batch.sources.add(source.span)),
            status: try row.value(9, Status.init(rawValue:)),
            note: try row.textBytes(10).map { Int32(batch.notes.add($0.span)) })
    }
}

extension ObservationBatch {
    fileprivate var isFull: Bool {
        rows.count >= 1_024 || sources.bytes.count + notes.bytes.count >= 256 << 10
    }
}

extension ObservationBatch.Row {
    fileprivate func differsInSourceAlone(from other: Self) -> Bool {
        subject == other.subject && metric == other.metric && period == other.period
            && publishedOn == other.publishedOn
    }
}
