import Bookkeeping
import Mining

/// Questions about a book whose rows are on several machines: those that differ only in the subject
/// are one box. The first column of the rows is the number of the box, counted from 1.
struct AskedInBoxes: AskedQuestions {
    private let latest: Boxes<Question.Latest, SharedByLatest, [UInt8]>
    private let vintages: Boxes<Question.Vintages, SharedByVintages, [UInt8]>
    private let earliestDays: Boxes<Question.Series, Metric, [UInt8]>
    private let claims: Boxes<Question.Claims, FigureCode, [UInt8]>

    /// What the questions of a box for latest figures have in common.
    private struct SharedByLatest: Hashable {
        var metric: Metric
        var day: Day
        var knownOn: Day?
    }

    /// What the questions of a box for vintages have in common.
    private struct SharedByVintages: Hashable {
        var metric: Metric
        var period: Period
    }

    init(_ questions: Questions) {
        latest = Boxes(Array(questions.latest)) {
            (
                SharedByLatest(metric: $0.series.metric, day: $0.day, knownOn: $0.knownOn),
                $0.series.subject.foldedCode
            )
        }
        vintages = Boxes(Array(questions.vintages)) {
            (
                SharedByVintages(metric: $0.series.metric, period: $0.period),
                $0.series.subject.foldedCode
            )
        }
        earliestDays = Boxes(Array(questions.earliestDays)) { ($0.metric, $0.subject.foldedCode) }
        claims = Boxes(Array(questions.claims)) { ($0.figure, $0.subject.foldedCode) }
    }

    var queries: [Query] {
        [latestQuery, vintagesQuery, earliestDaysQuery, claimsQuery].compactMap(\.self)
    }

    func answers(of results: [Rows]) throws(BookError) -> Answered {
        var rest = results[...]
        var answered = Answered(
            latest: latest.lookups, vintages: vintages.lookups,
            earliestDays: earliestDays.lookups, claims: claims.lookups)
        if !latest.isEmpty, let rows = rest.popFirst() {
            try latest.read(rows, Self.vintage) { answered.add($0, to: $1) }
        }
        if !vintages.isEmpty, let rows = rest.popFirst() {
            try vintages.read(rows, Self.vintage) { answered.add($0, to: $1) }
        }
        if !earliestDays.isEmpty, let rows = rest.popFirst() {
            try earliestDays.read(rows) { (row) throws(BookError) in
                (try row.day(2), try row.text(1))
            } add: {
                answered.add($0, to: $1)
            }
        }
        if !claims.isEmpty, let rows = rest.popFirst() {
            try claims.read(rows) { (row) throws(BookError) in
                let claim = try ClaimRow.read(row, from: 1)
                return (claim, claim.subject)
            } add: {
                answered.add($0, to: $1)
            }
        }
        return answered
    }

    /// A vintage of a row of observations, with the code of its subject.
    private static func vintage(
        _ row: Row
    ) throws(BookError) -> (value: Observation, code: String) {
        let vintage = try ObservationRow.read(row, from: 1)
        return (vintage, vintage.subject)
    }

    // MARK: Statements

    /// All known vintages of the latest period that has any.
    private var latestQuery: Query? {
        if latest.isEmpty { return nil }
        let shared = latest.shared
        return Query(
            sql: """
                WITH box AS MATERIALIZED (
                    SELECT
                        number, metric, \(BoxSQL.limits(day: "day", knownOn: "known_on")),
                        \(BoxSQL.subjectsByCode)
                    FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::date[], $6::date[])
                        WITH ORDINALITY AS box (first, last, metric, day, known_on, number)
                ), \(BoxSQL.latest), box_of_day AS MATERIALIZED (
                    SELECT
                        number, metric, known_on, latest.period_end,
                        array_agg(latest.subject) AS subjects
                    FROM latest
                    JOIN box USING (number)
                    GROUP BY number, metric, known_on, latest.period_end
                )
                SELECT number, \(ObservationRow.columns)
                FROM box_of_day AS box
                CROSS JOIN LATERAL (
                    SELECT *, max(period_start) OVER (PARTITION BY subject) AS last_start
                    FROM observation
                    WHERE subject = ANY (box.subjects) AND observation.metric = box.metric
                        AND observation.period_end = box.period_end AND \(BoxSQL.isKnown)
                ) AS o
                JOIN subject ON subject.id = o.subject
                \(ObservationRow.joins)
                WHERE o.period_start = o.last_start
                """,
            parameters: latest.textParameters + [
                .integers(shared.map(\.metric.rawValue)), .days(shared.map(\.day.number)),
                .days(shared.map { ($0.knownOn ?? .last).number }),
            ])
    }

    private var vintagesQuery: Query? {
        if vintages.isEmpty { return nil }
        let shared = vintages.shared
        return Query(
            sql: """
                WITH box AS MATERIALIZED (
                    SELECT number, metric, first_day, last_day, \(BoxSQL.subjectsByCode)
                    FROM unnest($2::bigint[], $3::bigint[], $4::bigint[], $5::date[], $6::date[])
                        WITH ORDINALITY AS box (first, last, metric, first_day, last_day, number)
                )
                SELECT number, \(ObservationRow.columns)
                FROM box
                CROSS JOIN LATERAL (
                    SELECT *
                    FROM observation
                    WHERE subject = ANY (box.subjects) AND observation.metric = box.metric
                        AND period_end BETWEEN box.first_day AND box.last_day
                        AND period_start >= box.first_day
                    OFFSET 0
                ) AS o
                JOIN subject ON subject.id = o.subject
                \(ObservationRow.joins)
                ORDER BY number, o.period_end, o.period_start, o.published_on, source.text
                """,
            parameters: vintages.textParameters + [
                .integers(shared.map(\.metric.rawValue)),
                .days(shared.map(\.period.first.number)), .days(shared.map(\.period.last.number)),
            ])
    }

    private var earliestDaysQuery: Query? {
        if earliestDays.isEmpty { return nil }
        return Query(
            sql: """
                WITH box AS MATERIALIZED (
                    SELECT number, metric, \(BoxSQL.subjectsByCode)
                    FROM unnest($2::bigint[], $3::bigint[], $4::bigint[])
                        WITH ORDINALITY AS box (first, last, metric, number)
                )
                SELECT number, code, earliest.period_end
                FROM box
                CROSS JOIN LATERAL (
                    SELECT subject, min(period_end) AS period_end
                    FROM observation
                    WHERE subject = ANY (box.subjects) AND metric = box.metric
                    GROUP BY subject
                ) AS earliest
                JOIN subject ON subject.id = earliest.subject
                """,
            parameters: earliestDays.textParameters + [
                .integers(earliestDays.shared.map(\.rawValue))
            ])
    }

    private var claimsQuery: Query? {
        if claims.isEmpty { return nil }
        return Query(
            sql: """
                WITH box AS MATERIALIZED (
                    SELECT number, figure, \(BoxSQL.subjectsByCode)
                    FROM unnest($2::bigint[], $3::bigint[], $4::text[])
                        WITH ORDINALITY AS box (first, last, figure, number)
                )
                SELECT number, \(ClaimRow.columns)
                FROM box
                CROSS JOIN LATERAL (
                    SELECT *
                    FROM claim
                    WHERE claim.subject = ANY (box.subjects) AND claim.figure = box.figure
                    OFFSET 0
                ) AS claim
                JOIN subject ON subject.id = claim.subject
                \(ClaimRow.joins)
                ORDER BY
                    number, on_end, on_start, since_end, since_start, publisher, published_on,
                    source.text
                """,
            parameters: claims.textParameters + [
                .texts(claims.shared.map(\.description))
            ])
    }
}

extension Boxes where Member == [UInt8] {
    /// Reads rows whose first column is the number of a box: `read` returns what a row says and the
    /// code of its subject, and `add` gets it with each question about that subject.
    fileprivate func read<Value>(
        _ rows: Rows, _ read: (Row) throws(BookError) -> (value: Value, code: String),
        add: (Value, Lookup) -> Void
    ) throws(BookError) {
        for row in rows {
            let (value, code) = try read(row)
            for question in lookups(inBox: try row.integer(0), for: code.foldedCode) {
                add(value, question)
            }
        }
    }
}
