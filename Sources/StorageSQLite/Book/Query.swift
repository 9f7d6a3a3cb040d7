import Bookkeeping

/// The statements that reports are made of, kept prepared while a book is open.
///
/// Each is one seek on the key by which its table is ordered; a test checks SQLite's plan of every
/// case. Subjects, sources and files are numbers here, whose texts `SQLiteBook.known` has: joining
/// these for every row would take longer than everything else.
enum Query: Int, CaseIterable {
    case companies, groups, memberships, latest, vintages, series, earliestDay, claims
    case subject, source, file
    case replaced

    var sql: String {
        switch self {
        case .companies:
            """
            SELECT \(CompanyRow.columns)
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
        case .memberships: MembershipRow.selectOfGroup
        case .latest: ObservationRow.selectLatest
        case .vintages: ObservationRow.selectWithin
        case .series: SQLiteObservationWalk.select
        case .earliestDay:
            """
            SELECT period_end
            FROM observation
            WHERE subject = ?1
                AND metric = ?2
            ORDER BY period_end
            LIMIT 1
            """
        case .claims: ClaimRow.selectOfFigure
        case .subject: "SELECT id, code FROM subject WHERE code = ?1"
        case .source: "SELECT text FROM source WHERE id = ?1"
        case .replaced: ObservationRow.selectReplacedOfKey
        case .file: "SELECT import, name FROM import_file WHERE id = ?1"
        }
    }
}
