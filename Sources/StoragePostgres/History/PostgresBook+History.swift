import Bookkeeping
import Mining

/// Where the versions of the rows of one table are: in the table, and in that of its corrections.
private struct RegisterTable {
    var name: String
    var columns: String
    /// How many columns `read` reads.
    var count: Int32
    /// SQL that joins what the rows name by number, and leaves out rows of other kinds.
    var rest = ""
    var read: (Row) throws(BookError) -> RegisterRow

    private var origin: String {
        "origin.import AS import, origin.name AS origin, \(name).line AS line, \(name).file AS file"
    }

    private var joinOrigin: String {
        "LEFT JOIN import_file AS origin ON origin.id = \(name).file"
    }

    var selectPresent: String {
        """
        SELECT \(columns), \(origin), NULL::timestamptz, NULL::integer, false
        FROM \(name) \(joinOrigin) \(rest)
        """
    }

    var selectReplaced: String {
        """
        SELECT
            \(columns), \(origin), \(name).corrected_at, \(name).import, \(name).change = 'delete'
        FROM \(name)_correction AS \(name) \(joinOrigin) \(rest)
        ORDER BY \(name).id
        """
    }

    static var all: [RegisterTable] {
        [
            RegisterTable(
                name: "subject",
                columns: CompanyRow.columns.split(separator: ", ").map { "subject.\($0)" }
                    .joined(separator: ", "),
                count: 8, rest: "WHERE subject.kind = 'company'"
            ) { (row) throws(BookError) in .company(try CompanyRow.read(row)) },
            RegisterTable(
                name: "alias", columns: AliasRow.columns, count: 5, rest: AliasRow.joins
            ) { (row) throws(BookError) in .alias(try AliasRow.read(row)) },
            RegisterTable(
                name: "share_basis", columns: ShareBasisRow.columns, count: 8,
                rest: ShareBasisRow.joins
            ) { (row) throws(BookError) in .shareBasis(try ShareBasisRow.read(row)) },
            RegisterTable(
                name: "membership", columns: MembershipRow.columns, count: 5,
                rest: MembershipRow.joins
            ) { (row) throws(BookError) in .membership(try MembershipRow.read(row)) },
            RegisterTable(
                name: "claim", columns: ClaimRow.columns, count: 16,
                rest: "JOIN subject ON subject.id = claim.subject \(ClaimRow.joins)"
            ) { (row) throws(BookError) in .claim(try ClaimRow.read(row)) },
        ]
    }
}

extension PostgresBook: BookHistory {
    package func observationHistory(
        _ lifespans: Lifespans
    ) throws(BookError) -> any HistoryWalk {
        try PostgresHistoryWalk(self, lifespans)
    }

    package func registerVersions() throws(BookError) -> [RegisterVersion] {
        let positions = try filePositions()
        let tables = RegisterTable.all
        let results = try connection.pipeline(
            (tables.map(\.selectReplaced) + tables.map(\.selectPresent)).map { Query(sql: $0) })
        var versions: [RegisterVersion] = []
        for (table, rows) in zip(tables + tables, results) {
            for row in rows { versions.append(try version(row, of: table, positions)) }
        }
        return versions
    }

    private func version(
        _ row: Row, of table: RegisterTable, _ positions: [Int: FilePosition]
    ) throws(BookError) -> RegisterVersion {
        let origin = table.count
        var replacement: Replacement?
        if let moment = try row.optionalMoment(origin + 4) {
            replacement = Replacement(
                isDeleted: try row.integer(origin + 6) == 1, at: moment,
                importNumber: try row.optionalInteger(origin + 5))
        }
        return RegisterVersion(
            row: try table.read(row), origin: try row.origin(from: origin),
            file: try row.optionalInteger(origin + 3).flatMap { positions[$0] },
            replacement: replacement)
    }

    /// The file with each number, as a position in its import.
    func filePositions() throws(BookError) -> [Int: FilePosition] {
        var positions: [Int: FilePosition] = [:]
        var last = FilePosition(importNumber: 0, index: 0)
        for row in try connection.query("SELECT id, import FROM import_file ORDER BY import, id") {
            let number = try row.integer(1)
            last = FilePosition(
                importNumber: number, index: number == last.importNumber ? last.index + 1 : 0)
            positions[try row.integer(0)] = last
        }
        return positions
    }
}
