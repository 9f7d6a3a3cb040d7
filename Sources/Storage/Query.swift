/// The statements that reports are made of, kept prepared while a book is open.
///
/// Each is one seek on the key that its table lies in the order of; a test looks at SQLite's
/// plan of every case. Rows that a claim refers to are joined from the left, so that one whose
/// source is missing is found out and not passed over.
enum Query: Int, CaseIterable {
    case companies, groups, memberships, latest, vintages, series, earliestDay, claims, source, file

    var sql: String {
        switch self {
        case .companies:
            """
            SELECT code, name, country, exchange, fiscal_year_end, parent, note
            FROM subject
            WHERE kind = 'company'
            ORDER BY code COLLATE BINARY
            """
        case .groups:
            """
            SELECT code
            FROM subject
            WHERE kind = 'group'
            ORDER BY code COLLATE BINARY
            """
        case .memberships:
            """
            SELECT groups.code, company.code, joined_on, left_on, membership.note
            FROM subject AS groups
            CROSS JOIN membership ON membership.group_subject = groups.id
            LEFT JOIN subject AS company ON company.id = membership.company
            WHERE groups.code = ?1
            ORDER BY company.code COLLATE BINARY, joined_on
            """
        case .latest:
            // ?4 is the day by which it was public.
            """
            \(Self.selectObservations)
            WHERE subject.code = ?1
                AND metric = ?2
                AND period_end <= ?3
                AND iif(published_on = \(Self.unknownDay), period_end, published_on) <= ?4
            ORDER BY period_end DESC, period_start DESC
            """
        case .vintages:
            """
            \(Self.selectObservations)
            WHERE subject.code = ?1
                AND metric = ?2
                AND period_end BETWEEN ?3 AND ?4
                AND period_start >= ?3
            ORDER BY period_end, period_start, published_on
            """
        case .series:
            // What an export prints. The source is a text, or the number of one that is missing.
            """
            SELECT
                period_start,
                period_end,
                published_on,
                coalesce(source.text, source) AS source,
                value,
                unit,
                decimals,
                status,
                observation.note AS note,
                observation.file AS file
            FROM subject
            CROSS JOIN observation ON observation.subject = subject.id
            LEFT JOIN source ON source.id = observation.source
            WHERE subject.code = ?1
                AND metric = ?2
            ORDER BY period_end, period_start, published_on
            """
        case .earliestDay:
            """
            SELECT period_end
            FROM subject
            CROSS JOIN observation ON observation.subject = subject.id
            WHERE subject.code = ?1
                AND metric = ?2
            ORDER BY period_end
            LIMIT 1
            """
        case .claims:
            """
            \(Self.selectClaims)
            WHERE subject.code = ?1
                AND figure = ?2
            ORDER BY
                on_end, on_start, since_end, since_start, publisher, published_on, source.text
            """
        case .source:
            "SELECT text FROM source WHERE id = ?1"
        case .file:
            "SELECT import, name FROM import_file WHERE id = ?1"
        }
    }

    /// What `Database.observation(_:)` reads. Source and file are numbers: `Database.texts` knows
    /// their texts, and joining them again for every row would take longer than all the rest.
    static let selectObservations = """
        SELECT
            subject.code AS subject,
            metric,
            period_start,
            period_end,
            published_on,
            source,
            value,
            unit,
            decimals,
            status,
            observation.note AS note,
            observation.file AS file,
            observation.line AS line
        FROM subject
        CROSS JOIN observation ON observation.subject = subject.id
        """

    /// What `Database.claim(_:)` reads.
    static let selectClaims = """
        SELECT
            publisher,
            subject.code AS subject,
            figure,
            on_start,
            on_end,
            since_start,
            since_end,
            value,
            unit,
            decimals,
            published_on,
            source.text AS source,
            claim.note AS note,
            import_file.import AS import,
            import_file.name AS file,
            claim.line AS line
        FROM subject
        CROSS JOIN claim ON claim.subject = subject.id
        LEFT JOIN source ON source.id = claim.source
        LEFT JOIN import_file ON import_file.id = claim.file
        """

    /// `Day.unknownKey`, as a number that SQLite sees when it plans.
    private static let unknownDay = "-719163"
}
