import Bookkeeping
import Mining

/// The subjects, sources and files that rows name by number, as far as they have been looked up.
///
/// Cleared when a transaction begins, since another program may have changed them before, and when
/// one is rolled back.
struct KnownRows {
    /// By the code that was asked for, in its letter case.
    var subjects: [ExactText: (number: Int, code: String)] = [:]
    /// The texts of sources.
    var sources: [Int: String] = [:]
    /// Import and name of files; the line has no meaning.
    var files: [Int: Origin] = [:]
}

extension SQLiteBook {
    /// The number of a subject and its code as the book writes it; nil if there is none with this
    /// code in any letter case.
    func subject(_ code: String) throws(BookError) -> (number: Int, code: String)? {
        if let subject = known.subjects[ExactText(code)] { return subject }
        let statement = try statement(.subject)
        defer { statement.reset() }
        try statement.bind(code, at: 1)
        guard try statement.step() else { return nil }
        let subject = (try statement.integer(0), try statement.text(1))
        known.subjects[ExactText(code)] = subject
        return subject
    }

    /// The text of the source whose number is in a column.
    func source(_ row: Statement, _ column: Int32) throws(BookError) -> String {
        let number = try row.integer(column)
        if let text = known.sources[number] { return text }
        let statement = try statement(.source)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        guard try statement.step() else { throw row.unreadable(column) }
        let text = try statement.text(0)
        known.sources[number] = text
        return text
    }

    /// Where a row was imported from, by its columns for file and line; nil for a row that another
    /// program wrote.
    func origin(_ row: Statement, file column: Int32, line: Int32) throws(BookError) -> Origin? {
        var origin = try file(row, column)
        origin?.line = try row.optionalInteger(line) ?? 0
        return origin
    }

    /// The file whose number is in a column, as an origin without a line; nil if it is NULL.
    func file(_ row: Statement, _ column: Int32) throws(BookError) -> Origin? {
        guard let number = try row.optionalInteger(column) else { return nil }
        if let file = known.files[number] { return file }
        let statement = try statement(.file)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        guard try statement.step() else { throw row.unreadable(column) }
        let file = Origin(
            importNumber: try statement.integer(0), file: try statement.text(1), line: 0)
        known.files[number] = file
        return file
    }
}
