import Bookkeeping
import Mining

/// The walk over versions of observations that a merge makes. SQLite sorts those of imports by their
/// files, in a temporary file if they are many.
final class SQLiteVersionWalk: VersionWalk {
    private static let key = "subject, metric, period_end, period_offset, published_on, source"

    /// What the files in the JSON array ?1 recorded; the last one of each key and file is what the
    /// book has, or what was replaced last.
    ///
    /// LIMIT keeps the order, which SQLite does not promise for a subquery that is joined.
    private static let ofFiles = """
        SELECT \(columns)
        FROM (
            SELECT \(key), value, unit, decimals, status, note, file, line, 1 AS present, 0 AS id
            FROM observation
            WHERE file IN (SELECT value FROM json_each(?1))
            UNION ALL
            SELECT \(key), value, unit, decimals, status, note, file, line, 0 AS present, id
            FROM correction
            WHERE file IN (SELECT value FROM json_each(?1))
            ORDER BY file, \(key), present, id
            LIMIT -1
        ) AS version
        LEFT JOIN subject ON subject.id = version.subject
        LEFT JOIN source ON source.id = version.source
        """

    /// What the book has that is not from these files.
    private static let present = """
        SELECT \(columns)
        FROM (
            SELECT *, 1 AS present
            FROM observation
            WHERE file IS NULL OR file NOT IN (SELECT value FROM json_each(?1))
        ) AS version
        LEFT JOIN subject ON subject.id = version.subject
        LEFT JOIN source ON source.id = version.source
        ORDER BY \(key.split(separator: ", ").map { "version.\($0)" }.joined(separator: ", "))
        """

    private static let columns = """
        coalesce(subject.code, (
            SELECT max(code) FROM subject_correction AS old WHERE old.subject = version.subject
        )) AS subject,
        version.metric AS metric,
        period_end + period_offset AS period_start,
        period_end,
        published_on,
        source.text AS source,
        value,
        unit,
        decimals,
        status,
        version.note AS note,
        version.file AS file,
        version.line AS line,
        present,
        version.subject,
        version.source
        """

    private let statement: Statement
    /// By the number of the file; empty in a walk over what the book has.
    private var files: [Int: FilePosition] = [:]
    private var isOnRow = false

    init(_ wanted: WantedVersions, of book: SQLiteBook) throws(BookError) {
        var chosen: [Int] = []
        switch wanted {
        case .ofImports(let numbers):
            for (file, position) in try book.filePositions()
            where numbers.contains(position.importNumber) {
                files[file] = position
            }
            chosen = Array(files.keys)
            statement = try Statement(Self.ofFiles, on: book.connection)
        case .presentExcept(let numbers):
            chosen = try book.filePositions().filter { numbers.contains($0.value.importNumber) }
                .map(\.key)
            statement = try Statement(Self.present, on: book.connection)
        }
        try statement.bind("[\(chosen.map(String.init).joined(separator: ","))]", at: 1)
        isOnRow = try statement.step()
    }

    func next(into batch: inout VersionBatch) throws(BookError) -> Bool {
        batch.removeAll()
        guard isOnRow else { return false }
        let file = try statement.optionalInteger(11)
        batch.place = file.flatMap { files[$0] }
        var last: Key?
        while isOnRow {
            if batch.place != nil, try statement.optionalInteger(11) != file { return true }
            let key = try Key(statement)
            if key == last {
                // The file has a later version of the row.
                batch.removeLast()
            } else if batch.observations.count >= Self.rowsAtOnce {
                return true
            }
            try append(to: &batch)
            last = key
            isOnRow = try statement.step()
        }
        return true
    }

    /// The larger a batch, the better it is written (`ImportSession.record`).
    private static let rowsAtOnce = 8_192

    private func append(to batch: inout VersionBatch) throws(BookError) {
        let metric = try statement.value(1, Metric.init(rawValue:))
        let value = try statement.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw statement.unreadable(7) }
        guard
            let subject = try statement.optionalText(
                0, { batch.observations.subjects.add(repairing: $0) })
        else { throw statement.unreadable(0) }
        guard
            let source = try statement.optionalText(
                5, { batch.observations.sources.add(repairing: $0) })
        else { throw statement.unreadable(5) }
        batch.observations.append(
            ObservationBatch.Row(
                subject: Int32(subject), metric: metric,
                period: try statement.period(first: 2, last: 3), value: value,
                publishedOn: try statement.publicationDay(4), source: Int32(source),
                status: try statement.value(9, Status.init(rawValue:)),
                note: try statement.optionalText(10) {
                    Int32(batch.observations.notes.add(repairing: $0))
                },
                line: batch.place == nil ? 0 : try statement.optionalInteger(12) ?? 0))
        batch.isPresent.append(try statement.integer(13) == 1)
    }

    /// What tells the present row from the one before.
    private struct Key: Equatable {
        let subject: Int
        let metric: Int
        let periodStart: Int
        let periodEnd: Int
        let publishedOn: Int
        let source: Int

        init(_ row: Statement) throws(BookError) {
            subject = try row.integer(14)
            metric = try row.integer(1)
            periodStart = try row.integer(2)
            periodEnd = try row.integer(3)
            publishedOn = try row.integer(4)
            source = try row.integer(15)
        }
    }
}

extension SQLiteBook: MergeableBook {
    package func observationVersions(
        _ wanted: WantedVersions
    ) throws(BookError) -> any VersionWalk {
        try SQLiteVersionWalk(wanted, of: self)
    }

    package func replacedObservations(
        withKeyOf observation: Observation
    ) throws(BookError) -> [ReplacedObservation] {
        guard let (number, code) = try subject(observation.subject) else { return [] }
        let statement = try statement(.replaced)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(observation.metric.rawValue, at: 2)
        try statement.bind(observation.period.last.number, at: 3)
        try statement.bind(observation.period.offset, at: 4)
        try statement.bind(observation.publishedOn?.number ?? Day.unknownPublication, at: 5)
        try statement.bind(observation.source, at: 6)
        try statement.bind(
            SourceDigest.digest(of: observation.source.utf8Span.span), at: 7)
        return try replaced(statement, of: code)
    }

    /// The file with each number, as a position in its import.
    func filePositions() throws(BookError) -> [Int: FilePosition] {
        let statement = try Statement(
            "SELECT id, import FROM import_file ORDER BY import, id", on: connection)
        var positions: [Int: FilePosition] = [:]
        var last = FilePosition(importNumber: 0, index: 0)
        while try statement.step() {
            let number = try statement.integer(1)
            last = FilePosition(
                importNumber: number, index: number == last.importNumber ? last.index + 1 : 0)
            positions[try statement.integer(0)] = last
        }
        return positions
    }
}
