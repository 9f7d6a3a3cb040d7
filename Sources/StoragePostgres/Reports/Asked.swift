import Bookkeeping
import Mining

/// Questions that are put to the server together, and how its answers are read.
protocol AskedQuestions {
    /// A statement for each kind of question that is asked.
    var queries: [Query] { get }

    /// What the rows of `queries` say.
    func answers(of results: [Rows]) throws(BookError) -> Answered
}

extension PostgresBook {
    /// `questions` in the form that suits the server.
    func asked(_ questions: Questions) -> any AskedQuestions {
        isDistributed ? AskedInBoxes(questions) : Asked(questions)
    }
}

/// Questions in the order in which they are put to one server: one statement for each kind, with an
/// array for each part of the questions.
///
/// Rows are found by LATERAL subqueries that the planner cannot merge into a join of whole tables
/// (OFFSET 0, LIMIT), so each question is one seek. The first column of the rows is the number of
/// the question, counted from 1.
struct Asked: AskedQuestions {
    private let latest: [Question.Latest]
    private let vintages: [Question.Vintages]
    private let earliestDays: [Question.Series]
    private let claims: [Question.Claims]

    init(_ questions: Questions) {
        latest = Array(questions.latest)
        vintages = Array(questions.vintages)
        earliestDays = Array(questions.earliestDays)
        claims = Array(questions.claims)
    }

    var queries: [Query] {
        [latestQuery, vintagesQuery, earliestDaysQuery, claimsQuery].compactMap(\.self)
    }

    func answers(of results: [Rows]) throws(BookError) -> Answered {
        var rest = results[...]
        var answered = Answered(
            latest: latest, vintages: vintages, earliestDays: earliestDays, claims: claims)
        if !latest.isEmpty, let rows = rest.popFirst() {
            for row in rows {
                answered.add(
                    try ObservationRow.read(row, from: 1), to: latest[try row.integer(0) - 1])
            }
        }
        if !vintages.isEmpty, let rows = rest.popFirst() {
            for row in rows {
                answered.add(
                    try ObservationRow.read(row, from: 1), to: vintages[try row.integer(0) - 1])
            }
        }
        if !earliestDays.isEmpty, let rows = rest.popFirst() {
            for row in rows {
                answered.add(try row.day(1), to: earliestDays[try row.integer(0) - 1])
            }
        }
        if !claims.isEmpty, let rows = rest.popFirst() {
            for row in rows {
                answered.add(try ClaimRow.read(row, from: 1), to: claims[try row.integer(0) - 1])
            }
        }
        return answered
    }

    // MARK: Statements

    private static let joinSubject = """
        JOIN subject ON lower(subject.code) = lower(question.subject COLLATE "C")
        """

    private static func series(_ series: [Question.Series]) -> [Parameter] {
        [.texts(series.map(\.subject)), .integers(series.map(\.metric.rawValue))]
    }

    /// All known vintages of the latest period that has any.
    private var latestQuery: Query? {
        if latest.isEmpty { return nil }
        let isKnown = "\(ObservationRow.publicFrom("observation")) <= question.known_on"
        return Query(
            sql: """
                SELECT number, \(ObservationRow.columns)
                FROM unnest($1::text[], $2::bigint[], $3::date[], $4::date[]) WITH ORDINALITY
                    AS question (subject, metric, day, known_on, number)
                \(Self.joinSubject)
                CROSS JOIN LATERAL (
                    SELECT period_end, period_start
                    FROM observation
                    WHERE observation.subject = subject.id AND observation.metric = question.metric
                        AND period_end <= question.day AND \(isKnown)
                    ORDER BY period_end DESC, period_start DESC
                    LIMIT 1
                ) AS latest
                CROSS JOIN LATERAL (
                    SELECT *
                    FROM observation
                    WHERE observation.subject = subject.id AND observation.metric = question.metric
                        AND observation.period_end = latest.period_end
                        AND observation.period_start = latest.period_start AND \(isKnown)
                    OFFSET 0
                ) AS o
                \(ObservationRow.joins)
                """,
            parameters: Self.series(latest.map(\.series)) + [
                .days(latest.map(\.day.number)),
                .days(latest.map { ($0.knownOn ?? .last).number }),
            ])
    }

    private var vintagesQuery: Query? {
        if vintages.isEmpty { return nil }
        return Query(
            sql: """
                SELECT number, \(ObservationRow.columns)
                FROM unnest($1::text[], $2::bigint[], $3::date[], $4::date[]) WITH ORDINALITY
                    AS question (subject, metric, first, last, number)
                \(Self.joinSubject)
                CROSS JOIN LATERAL (
                    SELECT *
                    FROM observation
                    WHERE observation.subject = subject.id AND observation.metric = question.metric
                        AND period_end BETWEEN question.first AND question.last
                        AND period_start >= question.first
                    OFFSET 0
                ) AS o
                \(ObservationRow.joins)
                ORDER BY number, o.period_end, o.period_start, o.published_on, source.text
                """,
            parameters: Self.series(vintages.map(\.series)) + [
                .days(vintages.map(\.period.first.number)),
                .days(vintages.map(\.period.last.number)),
            ])
    }

    private var earliestDaysQuery: Query? {
        if earliestDays.isEmpty { return nil }
        return Query(
            sql: """
                SELECT number, earliest.period_end
                FROM unnest($1::text[], $2::bigint[]) WITH ORDINALITY
                    AS question (subject, metric, number)
                \(Self.joinSubject)
                CROSS JOIN LATERAL (
                    SELECT period_end
                    FROM observation
                    WHERE observation.subject = subject.id AND observation.metric = question.metric
                    ORDER BY period_end
                    LIMIT 1
                ) AS earliest
                """,
            parameters: Self.series(earliestDays))
    }

    private var claimsQuery: Query? {
        if claims.isEmpty { return nil }
        return Query(
            sql: """
                SELECT number, \(ClaimRow.columns)
                FROM unnest($1::text[], $2::text[]) WITH ORDINALITY
                    AS question (subject, figure, number)
                \(Self.joinSubject)
                CROSS JOIN LATERAL (
                    SELECT *
                    FROM claim
                    WHERE claim.subject = subject.id AND claim.figure = question.figure
                    OFFSET 0
                ) AS claim
                \(ClaimRow.joins)
                ORDER BY
                    number, on_end, on_start, since_end, since_start, publisher, published_on,
                    source.text
                """,
            parameters: [
                .texts(claims.map(\.subject)), .texts(claims.map(\.figure.description)),
            ])
    }
}
