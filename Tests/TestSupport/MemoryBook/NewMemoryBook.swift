import Bookkeeping
import Mining

/// A book in memory that is being made from the rows of another one.
package final class NewMemoryBook: NewBook {
    private let book = MemoryBook()

    /// Makes a book from what `fill` adds to it, and returns it.
    package static func create(
        _ fill: (any NewBook) throws(BookError) -> Void
    ) throws(BookError) -> MemoryBook {
        let new = NewMemoryBook()
        new.book.rows.rows = [:]
        new.book.rows.subjects = [:]
        try fill(new)
        return new.book
    }

    package var keepsUsers: Bool { true }

    package func rows(of table: BookTable) throws(BookError) -> any TableWalk {
        try book.rows(of: table)
    }

    package func lastImportNumber() throws(BookError) -> Int { try book.lastImportNumber() }

    package func complete(lastImport: Int) throws(BookError) {
        book.rows.lastImport = lastImport
    }

    package func add(_ rows: TableRows, to table: BookTable) throws(BookError) {
        for index in 0..<rows.count {
            book.rows.add(MemoryRecord(rows, index, of: table), to: table)
        }
    }
}

extension MemoryRows {
    fileprivate mutating func add(_ record: MemoryRecord, to table: BookTable) {
        switch table.name {
        case "import": addImport(record)
        case "import_file": addFile(record)
        case "source":
            if let text = record.text("text"), !text.isEmpty {
                sources[ExactText(text)] = record.number("id")
            }
        default:
            if let kept = BookTable.Kept.all.first(where: { $0.table == table }) {
                addRow(record, to: kept)
            } else if let kept = BookTable.Kept.all.first(where: { $0.corrections == table }) {
                addCorrection(record, to: kept)
            }
        // The catalogue is the program's.
        }
    }

    private mutating func addImport(_ record: MemoryRecord) {
        guard let number = record.number("number"), let recorded = record.moment("recorded") else {
            return
        }
        imports.append(
            ImportRecord(
                number: number, recorded: recorded, version: record.text("version") ?? "",
                undone: record.moment("undone"), files: [], user: record.text("by_user"),
                host: record.text("host")))
    }

    private mutating func addFile(_ record: MemoryRecord) {
        guard let id = record.number("id"), let number = record.number("import"),
            let index = imports.firstIndex(where: { $0.number == number }),
            let kind = record.text("kind").flatMap(FileKind.init(rawValue:))
        else { return }
        // Numbers that were given and not used.
        while files.count < id - 1 { files.append((0, 0)) }
        files.append((number, imports[index].files.count))
        imports[index].files.append(
            ImportRecord.File(
                name: record.text("name") ?? "", sha256: record.text("sha256") ?? "", kind: kind,
                rowCounts: RowCounts(
                    inserted: record.number("inserted") ?? 0,
                    unchanged: record.number("unchanged") ?? 0,
                    restated: record.number("restated") ?? 0,
                    corrected: record.number("corrected") ?? 0)))
    }

    private mutating func addRow(_ record: MemoryRecord, to kept: BookTable.Kept) {
        guard let key = key(of: record, in: kept), let row = row(record, in: kept) else { return }
        rows[key] = row
        if case .subject(let number) = key {
            subjects[record.text("code")?.lowercased() ?? ""] = number
            lastSubject = max(lastSubject, number)
        }
    }

    private mutating func addCorrection(_ record: MemoryRecord, to kept: BookTable.Kept) {
        var record = record
        if kept.table.name == "subject" { record.set("id", record.number("subject")) }
        guard let key = key(of: record, in: kept), let old = row(record, in: kept),
            let at = record.moment("corrected_at")
        else { return }
        corrections.append(
            Correction(
                key: key, old: old, byImport: record.number("import"),
                isDeletion: record.text("change") == "delete", at: at))
        if case .subject(let number) = key { lastSubject = max(lastSubject, number) }
    }

    private func key(of record: MemoryRecord, in kept: BookTable.Kept) -> Key? {
        let company = record.number("company") ?? 0
        let subject = record.number("subject") ?? 0
        switch kept.table.name {
        case "subject": return record.number("id").map(Key.subject)
        case "alias":
            return .alias(
                ExactText(record.text("alias") ?? ""), company: company,
                from: record.day("valid_from"))
        case "share_basis": return .shareBasis(company: company, from: record.day("from_day"))
        case "membership":
            return .membership(
                group: record.number("group_subject") ?? 0, company: company,
                from: record.day("joined_on"))
        case "claim":
            guard let on = record.period("on_start", "on_end") else { return nil }
            return .claim(
                subject: subject, record.text("figure") ?? "", on: on,
                since: record.period("since_start", "since_end"),
                publisher: ExactText(record.text("publisher") ?? ""), record.day("published_on"),
                source: record.number("source") ?? 0)
        default:
            guard let period = record.period("period_start", "period_end"),
                let metric = record.number("metric").flatMap(Metric.init(rawValue:))
            else { return nil }
            return .observation(
                subject: subject, metric, period,
                publishedOn: record.number("published_on") ?? Day.unknownPublication,
                source: record.number("source") ?? 0)
        }
    }

    private func row(_ record: MemoryRecord, in kept: BookTable.Kept) -> Row? {
        guard let content = content(record, in: kept) else { return nil }
        let place = record.number("file").map {
            RowPlace(file: $0, line: record.number("line") ?? 0)
        }
        return Row(content: content, place: place)
    }

    private func content(_ record: MemoryRecord, in kept: BookTable.Kept) -> Content? {
        let note = record.text("note")
        let source = sources.first { $0.value == record.number("source") }?.key.text ?? ""
        switch kept.table.name {
        case "subject": return subject(record)
        case "alias":
            return .alias(
                Alias(
                    alias: record.text("alias") ?? "", ticker: code(of: record.number("company")),
                    validFrom: record.day("valid_from"), validTo: record.day("valid_to"),
                    note: note))
        case "share_basis":
            return .shareBasis(
                ShareBasis(
                    ticker: code(of: record.number("company")), from: record.day("from_day"),
                    adsRatio: ratio(record.number("ads_shares"), record.number("ads")),
                    split: ratio(record.number("split_new"), record.number("split_old")),
                    source: record.text("source") ?? "", note: note))
        case "membership":
            return .membership(
                Membership(
                    group: code(of: record.number("group_subject")),
                    ticker: code(of: record.number("company")),
                    joinedOn: record.day("joined_on"), leftOn: record.day("left_on"), note: note))
        case "claim":
            guard let on = record.period("on_start", "on_end"),
                let figure = record.text("figure").flatMap({ FigureCode($0) }),
                let value = record.quantity()
            else { return nil }
            return .claim(
                Claim(
                    publisher: record.text("publisher") ?? "",
                    subject: code(of: record.number("subject")), figure: figure, on: on,
                    since: record.period("since_start", "since_end"), value: value,
                    publishedOn: record.day("published_on"), source: source, note: note))
        default:
            guard let period = record.period("period_start", "period_end"),
                let metric = record.number("metric").flatMap(Metric.init(rawValue:)),
                let status = record.number("status").flatMap(Status.init(rawValue:)),
                let value = record.quantity()
            else { return nil }
            return .observation(
                Observation(
                    subject: code(of: record.number("subject")), metric: metric, period: period,
                    value: value, publishedOn: record.day("published_on"), source: source,
                    status: status, note: note))
        }
    }

    private func subject(_ record: MemoryRecord) -> Content? {
        guard let code = record.text("code") else { return nil }
        switch record.text("kind") {
        case "network": return .network
        case "group": return .group(code)
        default:
            return .company(
                Company(
                    ticker: code, name: record.text("name") ?? "",
                    country: record.text("country"), exchange: record.text("exchange"),
                    fiscalYearEnd: record.number("fiscal_year_end"),
                    parent: record.text("parent"), cik: record.number("cik"),
                    note: record.text("note")))
        }
    }

    /// The code that a subject has, or had before it was deleted.
    private func code(of number: Int?) -> String {
        guard let number else { return "" }
        let old = corrections.last { $0.key == .subject(number) }?.old
        switch (rows[.subject(number)] ?? old)?.content {
        case .network: return Subject.network.code
        case .company(let company): return company.ticker
        case .group(let code): return code
        default: return ""
        }
    }

    private func ratio(_ first: Int?, _ second: Int?) -> ShareRatio? {
        guard let first, let second else { return nil }
        return ShareRatio(first, second)
    }
}
