import Bookkeeping
import Mining

/// The columns of an observation, and how they are read. An export has a SELECT of its own, which
/// reads no text it does not print (`SQLiteObservationWalk`).
enum ObservationRow {
    /// The number or the code of the subject comes before them.
    private static let columns = columns(of: "observation")

    private static func columns(of table: String) -> String {
        """
        metric,
        period_end + period_offset AS period_start,
        period_end,
        published_on,
        source,
        value,
        unit,
        decimals,
        status,
        \(table).note AS note,
        \(table).file AS file,
        \(table).line AS line
        """
    }

    /// The vintages of the latest periods that end at or before a day, the latest period first:
    /// parameters are the numbers of subject and metric, the day, and the day by which they were
    /// public.
    static let selectLatest = """
        SELECT subject, \(columns)
        FROM observation
        WHERE subject = ?1
            AND metric = ?2
            AND period_end <= ?3
            AND iif(published_on = 0, period_end, published_on) <= ?4
        ORDER BY period_end DESC, period_offset DESC
        """

    /// All vintages within a period, by period and publication date: parameters are the numbers of
    /// subject and metric, and the first and the last day.
    static let selectWithin = """
        SELECT subject, \(columns)
        FROM observation
        WHERE subject = ?1
            AND metric = ?2
            AND period_end BETWEEN ?3 AND ?4
            AND period_end + period_offset >= ?3
        ORDER BY period_end, period_offset, published_on
        """

    /// Every observation of a metric in the catalogue of the book, with the code of its subject.
    static let selectAll = """
        SELECT subject.code AS subject, \(columns)
        FROM subject
        CROSS JOIN observation ON observation.subject = subject.id
        ORDER BY subject.id, metric, period_end
        """

    /// What was replaced or deleted of one subject, in the order in which that happened: parameters
    /// are the numbers of subject and metric, NULL for all metrics.
    static let selectReplaced = """
        \(replaced)
        WHERE subject = ?1
            AND (metric = ?2 OR ?2 IS NULL)
        ORDER BY id
        """

    /// The same of one key: parameters are the numbers of subject and metric, the last day of the
    /// period, its offset, the publication date, and the text and the digest of the source.
    static let selectReplacedOfKey = """
        \(replaced)
        WHERE subject = ?1
            AND metric = ?2
            AND period_end = ?3
            AND period_offset = ?4
            AND published_on = ?5
            AND source IN (SELECT id FROM source WHERE text = ?6 AND (digest = ?7 OR digest IS NULL))
        ORDER BY id
        """

    private static let replaced = """
        SELECT subject, \(columns(of: "correction")), change = 'delete', corrected_at, import
        FROM correction
        """

    /// What was retracted, with the code of its subject, which may have been deleted since.
    static let selectRetracted = """
        SELECT
            coalesce(
                (SELECT code FROM subject WHERE id = correction.subject),
                (SELECT max(code) FROM subject_correction AS old
                    WHERE old.subject = correction.subject),
                '') AS subject,
            \(columns(of: "correction")), import
        FROM correction
        WHERE change = 'delete' AND import IS NOT NULL
        ORDER BY id
        """

    /// The present row of `selectLatest` or `selectWithin`.
    static func read(
        _ row: Statement, of code: String, in book: SQLiteBook
    ) throws(BookError) -> Observation {
        let period = try period(row)
        let metric = try row.value(1, Metric.init(rawValue:))
        let value = try row.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw row.unreadable(7) }
        return Observation(
            subject: code, metric: metric, period: period, value: value,
            publishedOn: try row.publicationDay(4), source: try book.source(row, 5),
            status: try row.value(9, Status.init(rawValue:)), note: try row.optionalText(10),
            origin: try book.origin(row, file: 11, line: 12))
    }

    /// The present row of `selectAll`.
    static func read(_ row: Statement, in book: SQLiteBook) throws(BookError) -> Observation {
        try read(row, of: try row.text(0), in: book)
    }

    /// The number of the metric of the present row, which only a newer program may know.
    static func metric(_ row: Statement) throws(BookError) -> Int { try row.integer(1) }

    /// Which row it is, for a message.
    static func name(_ row: Statement) -> String {
        "an observation of \(row.shown(0)), metric \(row.shown(1)), last day \(row.shown(3))"
    }

    /// The period of the present row.
    static func period(_ row: Statement) throws(BookError) -> Period {
        try row.period(first: 2, last: 3)
    }
}

/// Which rows answer a report's questions; which vintage counts is decided by `Mining`.
extension SQLiteBook {
    package func latest(
        _ metric: Metric, of subject: String, at day: Day, knownOn: Day?
    ) throws(BookError) -> Observation? {
        guard let (number, code) = try self.subject(subject) else { return nil }
        let statement = try statement(.latest)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(metric.rawValue, at: 2)
        try statement.bind(day.number, at: 3)
        try statement.bind((knownOn ?? .last).number, at: 4)
        // The first row is of the latest period, and its other vintages follow.
        var best: Observation?
        while try statement.step() {
            guard let other = best else {
                best = try ObservationRow.read(statement, of: code, in: self)
                continue
            }
            guard try ObservationRow.period(statement) == other.period else { break }
            let vintage = try ObservationRow.read(statement, of: code, in: self)
            if vintage.counts(over: other) { best = vintage }
        }
        return best
    }

    package func earliestDay(
        of metric: Metric, of subject: String
    ) throws(BookError) -> Day? {
        guard let number = try self.subject(subject)?.number else { return nil }
        let statement = try statement(.earliestDay)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(metric.rawValue, at: 2)
        return try statement.step() ? statement.day(0) : nil
    }

    package func vintages(
        _ metric: Metric, of subject: String, within period: Period
    ) throws(BookError) -> [Observation] {
        guard let (number, code) = try self.subject(subject) else { return [] }
        let vintages = try all(.vintages) { (row) throws(BookError) in
            try ObservationRow.read(row, of: code, in: self)
        } binding: { (statement) throws(BookError) in
            try statement.bind(number, at: 1)
            try statement.bind(metric.rawValue, at: 2)
            try statement.bind(period.first.number, at: 3)
            try statement.bind(period.last.number, at: 4)
        }
        // Rows are in the order of source numbers, which depends on the order of imports.
        return vintages.sortingRuns(
            where: { $0.period == $1.period && $0.publishedOn == $1.publishedOn }, by: \.source)
    }
}
