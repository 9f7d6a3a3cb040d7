import Mining

/// Where the parts of a figure stand that say who published it and when.
struct ProvenanceColumns {
    var publishedOn, source, status, note: Column?

    init(_ header: inout Header) {
        publishedOn = header.optional("published_on")
        source = header.optional("source")
        status = header.optional("status")
        note = header.optional("note")
    }
}

/// Who published a figure and when.
struct Provenance {
    var publishedOn: Day?
    var source: String
    var status: Status
    var note: String?
}

/// Reads the provenance of a row's figures: all of it may be absent.
struct ProvenanceReader {
    let columns: ProvenanceColumns
    private var sources = ByteMemo<String>(slots: 4096)
    private var notes = ByteMemo<String>(slots: 1024)
    private var statuses = ByteMemo<Status>(slots: 16)

    init(columns: ProvenanceColumns) {
        self.columns = columns
    }

    @inline(__always)
    mutating func read(_ row: inout Row) -> Provenance {
        let publishedOn = row.day(columns.publishedOn)
        let source = row.text(columns.source, &sources)
        let status = status(&row)
        let note = row.text(columns.note, &notes)
        return Provenance(
            publishedOn: publishedOn, source: source, status: status,
            note: note.isEmpty ? nil : note)
    }

    @inline(__always)
    private mutating func status(_ row: inout Row) -> Status {
        guard let column = columns.status else { return .reported }
        let status = row.withCell(column) { cell in
            statuses.value(of: cell) {
                cell.isEmpty ? .reported : cell.text.flatMap { Status(name: $0) }
            }
        }
        if let status { return status }
        let text = row.text(column)
        if !text.isEmpty { row.report(column, .notStatus(text)) }
        return .reported
    }
}

extension Row {
    /// The text of a cell, by way of a memo of sound texts.
    @inline(__always)
    mutating func text(_ column: Column?, _ memo: inout ByteMemo<String>) -> String {
        guard let column else { return "" }
        let known: String? = withCell(column) { cell in
            if cell.isEmpty { return "" }
            return memo.value(of: cell) { cell.text.flatMap { $0.hasControlCharacter ? nil : $0 } }
        }
        return known ?? text(column)
    }
}
