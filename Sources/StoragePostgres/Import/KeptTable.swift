import Bookkeeping

/// SQL about a table that imports write to, and the table that keeps its replaced and deleted rows.
struct KeptTable {
    let name: String
    let corrections: String
    /// The columns of the key. In `corrections` they have the same names, except `id`.
    let key: [String]
    /// The columns that an import may change.
    let content: [String]
    /// What a row is about, for a message: an SQL expression over a correction `old`.
    let title: String
    /// The columns of the last and the first day of a row's period; nil if it has none.
    let period: (last: String, first: String)?
    /// The columns that name subjects.
    let subjects: [String]

    private init(
        _ kept: BookTable.Kept, title: String, period: (last: String, first: String)? = nil,
        subjects: [String] = []
    ) {
        name = kept.table.name
        corrections = kept.corrections.name
        key = kept.table.key.map(\.name)
        content = kept.content
        self.title = title
        self.period = period
        self.subjects = subjects
    }

    /// SQL: a row of this table and a correction `old` have the same key.
    var matchesOld: String {
        name == "subject"
            ? "subject.id = old.subject"
            : key.map { "\(name).\($0) = old.\($0)" }.joined(separator: " AND ")
    }

    /// SQL: the retraction $1 deleted the row of a later correction `old`; nil for a table whose rows
    /// cannot be retracted.
    var wasRetracted: String? {
        if name != "observation" { return nil }
        let sameKey = key.map { "retracted.\($0) = old.\($0)" }.joined(separator: " AND ")
        return """
            EXISTS (
                SELECT 1 FROM correction AS retracted
                WHERE retracted.import = $1 AND retracted.change = 'delete'
                    AND retracted.id < old.id AND \(sameKey))
            """
    }

    static let observation = KeptTable(
        .observation,
        title: """
            (SELECT code FROM subject WHERE id = old.subject) || ' '
                || (SELECT code FROM metric WHERE id = old.metric)
            """,
        period: ("period_end", "period_start"), subjects: ["subject"])

    /// All tables; the one of subjects is last, since the others name its rows.
    static let all = [
        observation,
        KeptTable(
            .claim, title: "old.publisher || '''s claim of ' || old.figure",
            period: ("on_end", "on_start"), subjects: ["subject"]),
        KeptTable(
            .membership,
            title: """
                'membership of ' || (SELECT code FROM subject WHERE id = old.company) || ' in '
                    || (SELECT code FROM subject WHERE id = old.group_subject)
                """,
            subjects: ["group_subject", "company"]),
        KeptTable(.alias, title: "'alias ' || old.alias", subjects: ["company"]),
        KeptTable(
            .shareBasis,
            title: "'share basis of ' || (SELECT code FROM subject WHERE id = old.company)",
            subjects: ["company"]),
        KeptTable(.subject, title: "old.code"),
    ]
}
