/// A table that imports write to, and the table that keeps its replaced and deleted rows.
struct KeptTable {
    let name: String
    /// The columns of the key. In `corrections` they have the same names, except `id`.
    let key: [String]
    /// The columns that an import may change.
    let content: [String]
    /// What a row is about, for a message: an SQL expression over a correction `old`.
    let title: String
    /// The columns of the last and the first day of a row's period; nil if it has none.
    var period: (last: String, first: String)?
    /// The columns that name subjects.
    var subjects: [String] = []

    var corrections: String {
        switch name {
        case "observation": "correction"
        default: "\(name)_correction"
        }
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
        name: "observation",
        key: ["subject", "metric", "period_end", "period_start", "published_on", "source"],
        content: ["value", "unit", "decimals", "status", "note"],
        title: """
            (SELECT code FROM subject WHERE id = old.subject) || ' '
                || (SELECT code FROM metric WHERE id = old.metric)
            """,
        period: ("period_end", "period_start"), subjects: ["subject"])

    /// All tables; the one of subjects is last, since the others name its rows.
    static let all = [
        observation,
        KeptTable(
            name: "claim",
            key: [
                "subject", "figure", "on_end", "on_start", "since_end", "since_start",
                "publisher", "published_on", "source",
            ],
            content: ["value", "unit", "decimals", "note"],
            title: "old.publisher || '''s claim of ' || old.figure",
            period: ("on_end", "on_start"), subjects: ["subject"]),
        KeptTable(
            name: "membership", key: ["group_subject", "company", "joined_on"],
            content: ["left_on", "note"],
            title: """
                'membership of ' || (SELECT code FROM subject WHERE id = old.company) || ' in '
                    || (SELECT code FROM subject WHERE id = old.group_subject)
                """,
            subjects: ["group_subject", "company"]),
        KeptTable(
            name: "alias", key: ["alias", "company", "valid_from"],
            content: ["valid_to", "note"], title: "'alias ' || old.alias", subjects: ["company"]),
        KeptTable(
            name: "share_basis", key: ["company", "from_day"],
            content: ["ads_shares", "ads", "split_new", "split_old", "source", "note"],
            title: "'share basis of ' || (SELECT code FROM subject WHERE id = old.company)",
            subjects: ["company"]),
        KeptTable(
            name: "subject", key: ["id"],
            content: ["name", "country", "exchange", "fiscal_year_end", "parent", "cik", "note"],
            title: "old.code"),
    ]
}
