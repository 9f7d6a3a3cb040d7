import Bookkeeping
import Mining

/// The columns of a claim, and how they are read.
enum ClaimRow {
    static let columns = """
        claim.publisher AS publisher, subject.code AS subject, claim.figure AS figure,
        claim.on_start AS on_start, claim.on_end AS on_end, claim.since_start AS since_start,
        claim.since_end AS since_end, claim.value AS value, claim.unit AS unit,
        claim.decimals AS decimals, claim.published_on AS published_on, claim.note AS note,
        source.text AS source, import_file.import AS import, import_file.name AS file,
        claim.line AS line
        """

    /// What `columns` needs besides `claim` and `subject`.
    static let joins = """
        LEFT JOIN source ON source.id = claim.source
        LEFT JOIN import_file ON import_file.id = claim.file
        """

    /// Every claim.
    static let selectAll = """
        SELECT \(columns)
        FROM claim
        LEFT JOIN subject ON subject.id = claim.subject
        \(joins)
        """

    /// A row of `columns`, which begin at column `start`.
    static func read(_ row: Row, from start: Int32 = 0) throws(BookError) -> Claim {
        guard let figure = FigureCode(try row.text(start + 2)) else {
            throw row.unreadable(start + 2)
        }
        var since: Period?
        switch (try row.keyDay(start + 5), try row.keyDay(start + 6)) {
        case (nil, nil): break
        case (let first?, let last?) where first <= last: since = Period(first, last)
        default: throw row.unreadable(start + 5)
        }
        let value = try row.quantity(value: start + 7, unit: start + 8, decimals: start + 9)
        guard value.dimension == figure.dimension else { throw row.unreadable(start + 8) }
        return Claim(
            publisher: try row.text(start), subject: try row.text(start + 1), figure: figure,
            on: try row.period(first: start + 3, last: start + 4), since: since, value: value,
            publishedOn: try row.keyDay(start + 10), source: try row.text(start + 12),
            note: try row.optionalText(start + 11), origin: try row.origin(from: start + 13))
    }
}
