import Bookkeeping
import Mining

/// What an import asks a book whose rows are on several machines, in boxes.
extension PostgresImportStore {
    func lastPeriodEndsInBoxes(of series: [SeriesKey]) throws(BookError) -> [Int?] {
        var ends: [Int?] = Array(repeating: nil, count: series.count)
        if series.isEmpty { return ends }
        let boxes = Boxes(Array(series.indices)) { (series[$0].metric, series[$0].subject) }
        let rows = try connection.query(
            """
            WITH box AS MATERIALIZED (
                SELECT
                    number, metric, \(BoxSQL.subjectsByNumber),
                    \(BoxSQL.limits(day: "'9999-12-31'::date", knownOn: "'9999-12-31'::date"))
                FROM unnest($2::bigint[], $3::bigint[], $4::bigint[])
                    WITH ORDINALITY AS box (first, last, metric, number)
            ), \(BoxSQL.latest)
            SELECT number, subject, period_end FROM latest
            """, boxes.parameters { .integers($0) } + [.integers(boxes.shared)])
        for row in rows {
            for index in boxes.lookups(inBox: try row.integer(0), for: try row.integer(1)) {
                ends[index] = try row.integer(2)
            }
        }
        return ends
    }

    func vintagesInBoxes(at keys: [ObservationKey]) throws(BookError) -> StoredVintages {
        var vintages = StoredVintages(reserving: keys.count)
        if keys.isEmpty { return vintages }
        // A file has many subjects for each day, or many days for each subject.
        let ofDays = Boxes(keys) { (Shared(of: $0.metric, at: $0.periodEnd), $0.subject) }
        let ofSubjects = Boxes(keys) { (Shared(of: $0.metric, at: $0.subject), $0.periodEnd) }
        let query =
            ofDays.boxCount <= ofSubjects.boxCount
            ? Query(
                sql: Self.select(
                    box: "\(BoxSQL.subjectsByNumber), metric, period_end",
                    shared: "$4::bigint[], $5::date[]", as: "metric, period_end",
                    where: """
                        subject = ANY (box.subjects) AND observation.period_end = box.period_end
                        """),
                parameters: ofDays.parameters { .integers($0) } + [
                    .integers(ofDays.shared.map(\.metric)),
                    .days(ofDays.shared.map(\.dayOrSubject)),
                ])
            : Query(
                sql: Self.select(
                    box: "($1::date[])[first:last] AS days, metric, subject",
                    shared: "$4::bigint[], $5::bigint[]", as: "metric, subject",
                    where: "observation.subject = box.subject AND period_end = ANY (box.days)"),
                parameters: ofSubjects.parameters { .days($0) } + [
                    .integers(ofSubjects.shared.map(\.metric)),
                    .integers(ofSubjects.shared.map(\.dayOrSubject)),
                ])
        var found: [StoredPeriod: [StoredObservation]] = [:]
        for row in try connection.query(query.sql, query.parameters) {
            let period = StoredPeriod(
                subject: try row.integer(0), metric: try row.integer(1), end: try row.integer(2),
                start: try row.integer(3))
            found[period, default: []].append(try .read(row, from: 4))
        }
        for key in keys {
            let period = StoredPeriod(
                subject: key.subject, metric: key.metric, end: key.periodEnd,
                start: key.periodStart)
            for vintage in found[period] ?? [] { vintages.append(vintage) }
            vintages.endKey()
        }
        return vintages
    }

    /// What keys of a box have in common: the metric, and the day or the subject.
    private struct Shared: Hashable {
        let metric: Int
        let dayOrSubject: Int

        init(of metric: Int, at dayOrSubject: Int) {
            self.metric = metric
            self.dayOrSubject = dayOrSubject
        }
    }

    private struct StoredPeriod: Hashable {
        let subject: Int
        let metric: Int
        let end: Int
        let start: Int
    }

    /// SQL: subject, metric, last and first day, and `StoredObservation.columns` of all vintages
    /// with the keys of boxes. `box` are the columns of a box, which are made of `first`, `last`
    /// and what its keys share: the parameters `shared`, named `names`.
    private static func select(
        box: String, shared: String, as names: String, where condition: String
    ) -> String {
        """
        WITH box AS MATERIALIZED (
            SELECT \(box)
            FROM unnest($2::bigint[], $3::bigint[], \(shared)) AS box (first, last, \(names))
        )
        SELECT o.subject, o.metric, o.period_end, o.period_start, \(StoredObservation.columns)
        FROM box
        CROSS JOIN LATERAL (
            SELECT *
            FROM observation
            WHERE \(condition) AND observation.metric = box.metric
            OFFSET 0
        ) AS o
        ORDER BY o.published_on, o.source
        """
    }
}
