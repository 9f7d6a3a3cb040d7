import Mining

/// Whom a row of observations speaks of, and when.
struct Occasion {
    var subject: Subject?
    /// `nil` where it could not be read, or means nothing for the subject.
    var period: Period?
}

/// Reads whom and when from two cells of a row, of which each needs the other: an alias holds on
/// some days alone, and a fiscal quarter is a company's.
struct OccasionReader {
    private let subjectColumn: Column
    private let periodColumn: Column
    private var subjects: SubjectReader
    private var periods = PeriodReader()

    init(
        subject: SubjectColumns, period: Column, roster: Roster, newcomers: Newcomers?,
        options: ImportOptions
    ) {
        subjectColumn = subject.code
        periodColumn = period
        subjects = SubjectReader(
            roster: roster, newcomers: newcomers, name: subject.name, options: options)
    }

    @inline(__always)
    mutating func read(_ row: inout Row) -> Occasion {
        let time = periods.read(periodColumn, of: &row)
        let subject = subjects.read(subjectColumn, of: &row, at: time)
        guard let time, let subject else { return Occasion(subject: subject) }
        return Occasion(
            subject: subject,
            period: subjects.period(time, of: subject, periodColumn, of: &row))
    }
}
