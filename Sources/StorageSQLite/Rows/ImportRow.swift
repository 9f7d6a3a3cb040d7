import Bookkeeping
import Mining

extension SQLiteBook {
    package func imports() throws(BookError) -> [ImportRecord] {
        let statement = try Statement(
            """
            SELECT
                number, recorded, version, import_file.id,
                name, sha256, kind, inserted, unchanged, restated, corrected,
                undone
            FROM import
            LEFT JOIN import_file ON import_file.import = number
            ORDER BY number, import_file.id
            """, on: connection)
        let retracted = try retracted()
        var imports: [ImportRecord] = []
        while try statement.step() {
            let number = try statement.integer(0)
            if imports.last?.number != number {
                guard let recorded = Timestamp(try statement.text(1)) else {
                    throw statement.unreadable(1)
                }
                imports.append(
                    ImportRecord(
                        number: number, recorded: recorded, version: try statement.text(2),
                        undone: try statement.optionalTimestamp(11), files: [],
                        retracted: retracted[number] ?? []))
            }
            guard !statement.isNull(3) else { continue }
            guard let kind = FileKind(rawValue: try statement.text(6)) else {
                throw statement.unreadable(6)
            }
            imports[imports.count - 1].files.append(
                ImportRecord.File(
                    name: try statement.text(4), sha256: try statement.text(5), kind: kind,
                    rowCounts: RowCounts(
                        inserted: try statement.integer(7), unchanged: try statement.integer(8),
                        restated: try statement.integer(9),
                        corrected: try statement.integer(10))))
        }
        return imports
    }
}
