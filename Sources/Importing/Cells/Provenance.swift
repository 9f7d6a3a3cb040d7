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

/// Who published a figure and when; `source` and `note` are numbers of the batch's tables.
struct Provenance {
    var publishedOn: Day?
    var source: Int32
    var status: Status
    var note: Int32?
}

/// Reads the provenance of a row's figures: all of it may be absent.
struct ProvenanceReader {
    let columns: ProvenanceColumns
    private var statuses = ByteMemo<Status>(slots: 16)

    init(columns: ProvenanceColumns) {
        self.columns = columns
    }

    @inline(__always)
    mutating func read(_ row: inout Row, into batch: inout ObservationBatch) -> Provenance {
        let publishedOn = row.publicationDay(columns.publishedOn)
        let source = row.number(of: columns.source, in: &batch.sources)
        let status = status(&row)
        let note = row.numberOfFilled(columns.note, in: &batch.notes)
        return Provenance(publishedOn: publishedOn, source: source, status: status, note: note)
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
    /// The number in `texts` of a cell's text, which is empty where there is no such column.
    @inline(__always)
    mutating func number(of column: Column?, in texts: inout StringPool) -> Int32 {
        guard let column else { return Int32(texts.add("")) }
        let known = withCell(column) { cell -> Int? in
            // A first `'` may not be part of the text.
            cell.isEmpty || cell[0] != UInt8(ascii: "'") ? texts.number(of: cell) : nil
        }
        return Int32(known ?? texts.add(text(column)))
    }

    /// The same; `nil` where the cell is empty or there is no such column.
    @inline(__always)
    mutating func numberOfFilled(_ column: Column?, in texts: inout StringPool) -> Int32? {
        guard let column, !withCell(column, { $0.isEmpty }) else { return nil }
        return number(of: column, in: &texts)
    }

    /// The day of publication in a cell; `nil` where it is empty or there is no such column.
    @inline(__always)
    mutating func publicationDay(_ column: Column?) -> Day? {
        guard let column, let day = day(column) else { return nil }
        if day < .firstOfPublication {
            let text = shownText(column)
            report(column, .tooEarly(text))
        }
        return day
    }
}
