import Mining
import Workbooks

/// One file of an export: rows of one kind under names of columns that `import` accepts.
///
/// Importing the file gives the same rows again: values and units are as published, periods in the
/// shortest form that `import` accepts, days in ISO 8601. In CSV, text that a spreadsheet would run
/// as a formula gets a `'` in front, which the import removes. In a sheet, numbers and dates are
/// stored as numbers and dates.
package struct ExportFile {
    private var writer: RowWriter
    private var periods = PeriodCells()

    /// A file with the columns of this kind of rows, and no rows yet. Only rows of this kind may be
    /// appended.
    package init(_ kind: FileKind, as format: ExportFormat = .csv) {
        let columns = ExportColumn.named(kind.columnNames)
        writer =
            switch format {
            case .csv: RowWriter(csv: columns)
            case .json: RowWriter(json: columns, isArray: true)
            case .ndjson: RowWriter(json: columns, isArray: false)
            }
    }

    /// A file that is a sheet of a workbook. Rows go straight to the sheet, so `drain` passes
    /// nothing.
    package init(_ kind: FileKind, to sheet: SheetWriter) {
        writer = RowWriter(ExportColumn.named(kind.columnNames), to: sheet)
    }

    /// Ends the file after its last row. Call `drain` once more after it.
    package mutating func end() { writer.end() }

    /// Passes the UTF-8 text that was appended since the last call to `write`, and then removes it.
    /// Keeps the text if `write` throws.
    ///
    /// - Throws: what `write` throws.
    package mutating func drain<Failure: Error>(
        to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try write(writer.output)
        writer.removeOutput()
    }

    /// Appends the row of a company.
    package mutating func append(_ company: Company) {
        writer.append(text: company.ticker)
        writer.append(text: company.name)
        append(company.country)
        append(company.exchange)
        writer.append(number: company.fiscalYearEnd.map(String.init) ?? "")
        append(company.parent)
        writer.append(number: company.cik.map(String.init) ?? "")
        append(company.note)
        writer.endRow()
    }

    /// Appends the row of an alias.
    package mutating func append(_ alias: Alias) {
        writer.append(text: alias.alias)
        writer.append(text: alias.ticker)
        append(alias.validFrom)
        append(alias.validTo)
        append(alias.note)
        writer.endRow()
    }

    /// Appends the row of share facts.
    package mutating func append(_ basis: ShareBasis) {
        writer.append(text: basis.ticker)
        append(basis.from)
        writer.append(number: basis.adsRatio?.number.description ?? "")
        writer.append(number: basis.split?.description ?? "")
        writer.append(text: basis.source)
        append(basis.note)
        writer.endRow()
    }

    /// Appends the row of a membership of a group.
    package mutating func append(_ membership: Membership) {
        writer.append(text: membership.group)
        writer.append(text: membership.ticker)
        append(membership.joinedOn)
        append(membership.leftOn)
        append(membership.note)
        writer.endRow()
    }

    /// Appends a row for each observation of a batch, in its order.
    package mutating func append(_ batch: ObservationBatch) {
        let (subjects, sources) = (batch.subjects.bytes.span, batch.sources.bytes.span)
        let notes = batch.notes.bytes.span
        // Most texts are ASCII, and then none of them has to be looked at by itself.
        let arePlain = [batch.subjects, batch.sources, batch.notes].allSatisfy { pool in
            pool.bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
        }
        let codes = CodeCells.all
        let cells = codes.bytes.span
        periods.begin(batch)
        for row in batch.rows {
            let isInFull = periods.isInFull(row)
            append(subjects.extracting(batch.subjects.range(of: Int(row.subject))), arePlain)
            writer.append(written: cells.extracting(codes[row.metric]))
            writer.append(plain: Period.longestText) { output in
                if isInFull {
                    row.period.writeInFull(to: &output)
                } else {
                    row.period.write(to: &output)
                }
            }
            writer.append(plain: Quantity.longestNumber) { row.value.writeNumber(to: &$0) }
            writer.append(written: cells.extracting(codes[row.value.unit]))
            writer.append(plain: Day.textLength) { row.publishedOn?.write(to: &$0) }
            append(sources.extracting(batch.sources.range(of: Int(row.source))), arePlain)
            writer.append(written: cells.extracting(codes[row.status]))
            let note = row.note.map { batch.notes.range(of: Int($0)) }
            append(notes.extracting(note ?? 0..<0), arePlain)
            writer.endRow()
        }
        periods.end(batch)
    }

    /// Appends the row of a claim.
    package mutating func append(_ claim: Claim) {
        writer.append(text: claim.publisher)
        writer.append(text: claim.subject)
        writer.append(text: claim.figure.description)
        writer.append(number: claim.on.description)
        writer.append(number: claim.since?.description ?? "")
        append(claim.value)
        append(claim.publishedOn)
        writer.append(text: claim.source)
        append(claim.note)
        writer.endRow()
    }

    private mutating func append(_ text: Span<UInt8>, _ isPlain: Bool) {
        if isPlain { return writer.append(text: text) }
        writer.append(text: text.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
    }

    private mutating func append(_ value: Quantity) {
        writer.append(number: value.number.description)
        writer.append(text: value.unit.code)
    }

    private mutating func append(_ text: String?) { writer.append(text: text ?? "") }

    private mutating func append(_ day: Day?) { writer.append(number: day?.description ?? "") }
}

extension FileKind {
    /// The name of its file in the folder of an export: `observations.csv`.
    package func fileName(_ format: ExportFormat) -> String { "\(rawValue).\(format.rawValue)" }
}
