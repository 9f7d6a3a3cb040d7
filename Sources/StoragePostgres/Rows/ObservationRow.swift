import Bookkeeping
import Mining

/// The columns of an observation `o`, and how they are read.
enum ObservationRow {
    static let columns = columns(of: "o")

    /// What `columns` needs besides `o` and `subject`. Texts are joined from the left, so that a row whose
    /// source is missing is found and not skipped.
    static let joins = joins(to: "o")

    static func columns(of table: String) -> String {
        """
        subject.code AS subject, \(table).metric AS metric, \(table).period_start AS period_start,
        \(table).period_end AS period_end, \(table).published_on AS published_on,
        source.text AS source, \(table).value AS value, \(table).unit AS unit,
        \(table).decimals AS decimals, \(table).status AS status, \(table).note AS note,
        import_file.import AS import, import_file.name AS file, \(table).line AS line
        """
    }

    static func joins(to table: String) -> String {
        """
        LEFT JOIN source ON source.id = \(table).source
        LEFT JOIN import_file ON import_file.id = \(table).file
        """
    }

    /// SQL: the day from which the vintage `table` was public.
    static func publicFrom(_ table: String) -> String {
        "CASE \(table).published_on WHEN '-infinity' THEN \(table).period_end "
            + "ELSE \(table).published_on END"
    }

    /// A row of `columns`, which begin at column `start`.
    static func read(_ row: Row, from start: Int32 = 0) throws(BookError) -> Observation {
        let period = try row.period(first: start + 2, last: start + 3)
        let metric = try row.value(start + 1, Metric.init(rawValue:))
        let value = try row.quantity(value: start + 6, unit: start + 7, decimals: start + 8)
        guard value.dimension == metric.dimension else { throw row.unreadable(start + 7) }
        return Observation(
            subject: try row.text(start), metric: metric, period: period, value: value,
            publishedOn: try row.keyDay(start + 4), source: try row.text(start + 5),
            status: try row.value(start + 9, Status.init(rawValue:)),
            note: try row.optionalText(start + 10), origin: try row.origin(from: start + 11))
    }

    /// The number of the metric, which only a newer program may know.
    static func metric(_ row: Row, from start: Int32 = 0) throws(BookError) -> Int {
        try row.integer(start + 1)
    }

    /// Which row it is, for a message.
    static func name(_ row: Row) -> String {
        "an observation of \(row.shown(0)), metric \(row.shown(1)), last day \(row.shown(3))"
    }
}

extension Row {
    /// Where a row was imported from, by three columns from `column` on: import, name of the file and
    /// line. Nil for a row that another program wrote.
    func origin(from column: Int32) throws(BookError) -> Origin? {
        guard let number = try optionalInteger(column) else { return nil }
        return Origin(
            importNumber: number, file: try text(column + 1),
            line: try optionalInteger(column + 2) ?? 0)
    }
}
