import Bookkeeping
import Mining

extension MemoryBook {
    package var keepsUsers: Bool { true }

    package func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        Walk(
            rows.records(of: table).sorted { $0.precedes($1, in: table) }, of: table)
    }

    package func lastImportNumber() throws(BookError) -> Int { rows.lastImport }

    private final class Walk: TableWalk {
        private let table: BookTable
        private var rest: ArraySlice<MemoryRecord>

        init(_ records: [MemoryRecord], of table: BookTable) {
            self.table = table
            rest = records[...]
        }

        func next(into rows: inout TableRows) throws(BookError) -> Bool {
            rows.removeAll()
            while !rows.isFull, let record = rest.popFirst() {
                record.append(to: &rows, of: table)
            }
            return rows.count > 0
        }
    }
}

extension MemoryRows {
    /// All rows of a table, in no order.
    func records(of table: BookTable) -> [MemoryRecord] {
        switch table.name {
        case "import": return imports.map(record)
        case "import_file":
            return files.enumerated().filter { $0.element.importNumber > 0 }.map { index, file in
                fileRecord(index + 1, file.importNumber, file.index)
            }
        case "source":
            return ([(ExactText(""), 0)] + sources.map { ($0.key, $0.value) }).map { text, number in
                var record = MemoryRecord()
                record.set("id", number)
                record.set("text", text.text)
                return record
            }
        default: break
        }
        if let catalogue = CatalogueTable.all.first(where: { $0.name == table.name }) {
            return catalogue.rows.map { row in
                var record = MemoryRecord()
                for (name, cell) in zip(catalogue.columns, row) { record[name] = cell }
                return record
            }
        }
        return rows.filter { $0.key.kept.table.name == table.name }.map { record($0.key, $0.value) }
            + corrections.filter { $0.key.kept.corrections.name == table.name }.enumerated()
            .map { index, correction in record(index + 1, correction) }
    }

    private func record(_ record: ImportRecord) -> MemoryRecord {
        var row = MemoryRecord()
        row.set("number", record.number)
        row.set("recorded", record.recorded.secondsSince1970)
        row.set("version", record.version)
        row.set("undone", record.undone?.secondsSince1970)
        row.set("by_user", record.user)
        row.set("host", record.host)
        return row
    }

    private func fileRecord(_ id: Int, _ number: Int, _ index: Int) -> MemoryRecord {
        var row = MemoryRecord()
        guard let file = imports.first(where: { $0.number == number })?.files[index] else {
            return row
        }
        row.set("id", id)
        row.set("import", number)
        row.set("name", file.name)
        row.set("sha256", file.sha256)
        row.set("kind", file.kind.rawValue)
        row.set("inserted", file.rowCounts.inserted)
        row.set("unchanged", file.rowCounts.unchanged)
        row.set("restated", file.rowCounts.restated)
        row.set("corrected", file.rowCounts.corrected)
        return row
    }

    private func record(_ id: Int, _ correction: Correction) -> MemoryRecord {
        var row = record(correction.key, correction.old)
        if case .subject(let number) = correction.key { row.set("subject", number) }
        row.set("id", id)
        row.set("corrected_at", correction.at.secondsSince1970)
        row.set("import", correction.byImport)
        row.set("change", correction.isDeletion ? "delete" : "update")
        return row
    }

    private func record(_ key: Key, _ row: Row) -> MemoryRecord {
        var record = key.record
        record.set(row.content)
        record.set("file", row.place?.file)
        record.set("line", row.place?.line)
        return record
    }
}

extension MemoryRows.Key {
    /// The table of rows with such keys.
    var kept: BookTable.Kept {
        switch self {
        case .subject: .subject
        case .alias: .alias
        case .shareBasis: .shareBasis
        case .membership: .membership
        case .claim: .claim
        case .observation: .observation
        }
    }

    fileprivate var record: MemoryRecord {
        var record = MemoryRecord()
        switch self {
        case .subject(let number): record.set("id", number)
        case .alias(let alias, let company, let from):
            record.set("alias", alias.text)
            record.set("company", company)
            record.set("valid_from", from?.number)
        case .shareBasis(let company, let from):
            record.set("company", company)
            record.set("from_day", from?.number)
        case .membership(let group, let company, let from):
            record.set("group_subject", group)
            record.set("company", company)
            record.set("joined_on", from?.number)
        case .claim(let subject, let figure, let on, let since, let publisher, let day, let source):
            record.set("subject", subject)
            record.set("figure", figure)
            record.set("on_start", on.first.number)
            record.set("on_end", on.last.number)
            record.set("since_start", since?.first.number)
            record.set("since_end", since?.last.number)
            record.set("publisher", publisher.text)
            record.set("published_on", day?.number)
            record.set("source", source)
        case .observation(let subject, let metric, let period, let day, let source):
            record.set("subject", subject)
            record.set("metric", metric.rawValue)
            record.set("period_start", period.first.number)
            record.set("period_end", period.last.number)
            record.set("published_on", day == Day.unknownPublication ? nil : day)
            record.set("source", source)
        }
        return record
    }
}

extension MemoryRecord {
    fileprivate mutating func set(_ content: MemoryRows.Content) {
        switch content {
        case .network:
            set("code", Subject.network.code)
            set("kind", "network")
            set("name", "Bitcoin network")
        case .group(let code):
            set("code", code)
            set("kind", "group")
        case .company(let company):
            set("code", company.ticker)
            set("kind", "company")
            set("name", company.name)
            set("country", company.country)
            set("exchange", company.exchange)
            set("fiscal_year_end", company.fiscalYearEnd)
            set("parent", company.parent)
            set("cik", company.cik)
            set("note", company.note)
        case .alias(let alias):
            set("valid_to", alias.validTo?.number)
            set("note", alias.note)
        case .shareBasis(let basis):
            set("ads_shares", basis.adsRatio?.first)
            set("ads", basis.adsRatio?.second)
            set("split_new", basis.split?.first)
            set("split_old", basis.split?.second)
            set("source", basis.source)
            set("note", basis.note)
        case .membership(let membership):
            set("left_on", membership.leftOn?.number)
            set("note", membership.note)
        case .claim(let claim):
            set(claim.value)
            set("note", claim.note)
        case .observation(let observation):
            set(observation.value)
            set("status", observation.status.rawValue)
            set("note", observation.note)
        }
    }
}
