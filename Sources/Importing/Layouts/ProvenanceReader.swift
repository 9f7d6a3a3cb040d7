import Mining

/// Who published a figure and when. `source` and `note` are indexes into the batch's tables.
struct Provenance {
    var publishedOn: Day?
    var source: Int32
    var status: Status
    var note: Int32?
}

/// Reads the provenance of a row's figures. All of its columns are optional.
struct ProvenanceReader {
    let columns: ProvenanceColumns
    private var statuses = ByteCache<Status>(slots: 16)

    init(columns: ProvenanceColumns) {
        self.columns = columns
    }

    /// Reads a row, and adds its source and note to the tables of `batch`.
    @inline(__always)
    mutating func read(_ row: inout Row, into batch: inout ObservationBatch) -> Provenance {
        let publishedOn = row.day(columns.publishedOn)
        let source = row.index(of: columns.source, in: &batch.sources)
        let status = status(&row)
        let note = row.indexIfFilled(of: columns.note, in: &batch.notes)
        return Provenance(publishedOn: publishedOn, source: source, status: status, note: note)
    }

    /// The status; `reported` if the cell is empty or bad, or there is no such column.
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
    /// The index in `texts` of a cell's text, which is added if it is new. If there is no such
    /// column, the text is empty.
    @inline(__always)
    fileprivate mutating func index(of column: FileColumn?, in texts: inout StringPool) -> Int32 {
        guard let column else { return Int32(texts.add("")) }
        let known = withCell(column) { cell -> Int? in
            // `text` may remove a leading `'`.
            cell.isEmpty || cell[0] != UInt8(ascii: "'") ? texts.number(of: cell) : nil
        }
        return Int32(known ?? texts.add(line(column)))
    }

    /// The same; nil if the cell is empty or there is no such column.
    @inline(__always)
    fileprivate mutating func indexIfFilled(
        of column: FileColumn?, in texts: inout StringPool
    ) -> Int32? {
        guard let column, !withCell(column, { $0.isEmpty }) else { return nil }
        return index(of: column, in: &texts)
    }
}
