import Bookkeeping
import Mining

/// Where the versions of the rows of one table are: in the table, and in that of its corrections.
private struct RegisterTable {
    var name: String
    var columns: String
    /// How many columns `read` reads.
    var count: Int32
    /// SQL that joins what the rows name by number.
    var joins = ""
    /// SQL that leaves out rows of other kinds.
    var condition = "true"
    var read: (Statement) throws(BookError) -> RegisterRow

    private var source: String { "AS \(name) \(joins) WHERE \(condition)" }

    var selectPresent: String {
        """
        SELECT \(columns), \(name).file, \(name).line, NULL, NULL, NULL
        FROM \(name) \(source)
        """
    }

    var selectReplaced: String {
        """
        SELECT
            \(columns), \(name).file, \(name).line, \(name).corrected_at, \(name).import,
            \(name).change = 'delete'
        FROM \(name)_correction \(source)
        ORDER BY \(name).id
        """
    }

    static var all: [RegisterTable] {
        [
            RegisterTable(
                name: "subject", columns: CompanyRow.columns, count: 8,
                condition: "subject.kind = 'company'"
            ) { (row) throws(BookError) in .company(try CompanyRow.read(row)) },
            RegisterTable(
                name: "alias", columns: AliasRow.columns, count: 5,
                joins: "JOIN subject ON subject.id = alias.company"
            ) { (row) throws(BookError) in .alias(try AliasRow.read(row)) },
            RegisterTable(
                name: "share_basis", columns: ShareBasisRow.columns, count: 8,
                joins: "JOIN subject ON subject.id = share_basis.company"
            ) { (row) throws(BookError) in .shareBasis(try ShareBasisRow.read(row)) },
            RegisterTable(
                name: "membership", columns: MembershipRow.columns, count: 5,
                joins: """
                    JOIN subject AS groups ON groups.id = membership.group_subject
                    JOIN subject AS company ON company.id = membership.company
                    """
            ) { (row) throws(BookError) in .membership(try MembershipRow.read(row)) },
            RegisterTable(
                name: "claim", columns: ClaimRow.columnsWithTexts, count: 16,
                joins: """
                    JOIN subject ON subject.id = claim.subject
                    LEFT JOIN source ON source.id = claim.source
                    LEFT JOIN import_file ON import_file.id = claim.file
                    """
            ) { (row) throws(BookError) in .claim(try ClaimRow.read(row)) },
        ]
    }
}

extension SQLiteBook {
    package func registerVersions() throws(BookError) -> [RegisterVersion] {
        let positions = try filePositions()
        var versions: [RegisterVersion] = []
        for select in [\RegisterTable.selectReplaced, \.selectPresent] {
            for table in RegisterTable.all {
                let statement = try Statement(table[keyPath: select], on: connection)
                while try statement.step() {
                    versions.append(try version(statement, of: table, positions))
                }
            }
        }
        return versions
    }

    private func version(
        _ row: Statement, of table: RegisterTable, _ positions: [Int: FilePosition]
    ) throws(BookError) -> RegisterVersion {
        let file = table.count
        var replacement: Replacement?
        if let moment = try row.optionalTimestamp(file + 2) {
            replacement = Replacement(
                isDeleted: try row.integer(file + 4) == 1, at: moment,
                importNumber: try row.optionalInteger(file + 3))
        }
        return RegisterVersion(
            row: try table.read(row), origin: try origin(row, file: file, line: file + 1),
            file: try row.optionalInteger(file).flatMap { positions[$0] },
            replacement: replacement)
    }
}
