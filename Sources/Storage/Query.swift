/// The statements that reports are made of, kept prepared while a book is open.
///
/// Each is one seek on the key that its table lies in the order of; a test looks at SQLite's
/// plan of every case. Subjects, sources and files are numbers here, which `Database.known` has
/// the texts of: joining these for every row would take longer than all the rest.
enum Query: Int, CaseIterable {
    case companies, groups, memberships, latest, vintages, series, earliestDay, claims
    case subject, source, file

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
            SELECT subject, \(Self.observationColumns)
            FROM observation
            WHERE subject = ?1
                AND metric = ?2
                AND period_end <= ?3
                AND iif(published_on = 0, period_end, published_on) <= ?4
            ORDER BY period_end DESC, period_offset DESC
            """
        case .vintages:
            """
            SELECT subject, \(Self.observationColumns)
            FROM observation
            WHERE subject = ?1
                AND metric = ?2
                AND period_end BETWEEN ?3 AND ?4
                AND period_end + period_offset >= ?3
            ORDER BY period_end, period_offset, published_on
            """
        case .series:
            // What an export prints. The source is a text, or the number of one that is missing.
            """
            SELECT
                period_end + period_offset AS period_start,
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
            ORDER BY period_end, period_offset, published_on
            """
        case .earliestDay:
            """
            SELECT period_end
            FROM observation
            WHERE subject = ?1
                AND metric = ?2
            ORDER BY period_end
            LIMIT 1
            """
        case .claims:
            """
            SELECT publisher, subject, \(Self.claimColumns), source, file, line
            FROM claim
            WHERE subject = ?1
                AND figure = ?2
            ORDER BY on_end, on_start, since_end, since_start, publisher, published_on
            """
        case .subject:
            "SELECT id, code FROM subject WHERE code = ?1"
        case .source:
            "SELECT text FROM source WHERE id = ?1"
        case .file:
            "SELECT import, name FROM import_file WHERE id = ?1"
        }
    }

    /// What `Database.observation` reads after the subject.
    private static let observationColumns = """
        metric,
        period_end + period_offset AS period_start,
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
        """

    /// Every observation, with the code of its subject.
    static let selectObservations = """
        SELECT subject.code AS subject, \(observationColumns)
        FROM subject
        CROSS JOIN observation ON observation.subject = subject.id
        """

    /// What `Database.claim` reads after publisher and subject.
    private static let claimColumns = """
        figure,
        on_start,
        on_end,
        since_start,
        since_end,
        value,
        unit,
        decimals,
        published_on,
        claim.note AS note
        """

    /// Every claim with the texts that it names by number, as `Database.joinedClaim` reads it.
    /// They are joined from the left, so that a claim whose source is missing is found out and
    /// not passed over.
    static let selectClaims = """
        SELECT
            publisher,
            subject.code AS subject,
            \(claimColumns),
            source.text AS source,
            import_file.import AS import,
            import_file.name AS file,
            claim.line AS line
        FROM subject
        CROSS JOIN claim ON claim.subject = subject.id
        LEFT JOIN source ON source.id = claim.source
        LEFT JOIN import_file ON import_file.id = claim.file
        """
}
