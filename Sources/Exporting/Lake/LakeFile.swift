import CSV
import Mining

/// One file of a table of a lake, as CSV. Texts are those of a CSV export: one that a spreadsheet
/// would run as a formula has a `'` in front, which the views of the lake remove.
package struct LakeFile {
    /// How many rows were appended.
    package private(set) var rowCount = 0
    private var writer: RowWriter

    /// A file with the columns of this table and no rows. Only rows of this table may be appended.
    package init(_ table: LakeTable) {
        writer = RowWriter(csv: ExportColumn.named(table.columns))
    }

    /// How many bytes were appended since the last call of `drain`.
    package var pendingBytes: Int { writer.output.count }

    /// Passes what was appended since the last call to `write`, and then removes it.
    ///
    /// - Throws: what `write` throws.
    package mutating func drain<Failure: Error>(
        to write: ([UInt8]) throws(Failure) -> Void
    ) throws(Failure) {
        try write(writer.output)
        writer.removeOutput()
    }

    /// Appends the observation at `index` of a batch.
    package mutating func append(
        _ batch: ObservationBatch, at index: Int, from file: LakeOrigin?,
        in snapshots: LakeSnapshots
    ) {
        let row = batch.rows[index]
        let codes = CodeCells.all
        let cells = codes.bytes.span
        let unit = row.value.unit.code
        append(batch.subjects, Int(row.subject))
        append(row.period)
        writer.append(number: row.value.number(in: row.metric.unit).description)
        writer.append(written: cells.extracting(codes[row.metric.unit]))
        writer.append(plain: Quantity.longestNumber + 1 + unit.utf8.count) { output in
            row.value.writeNumber(to: &output)
            output.append(UInt8(ascii: " "))
            for byte in unit.utf8 { output.append(byte) }
        }
        writer.append(written: cells.extracting(codes[row.status]))
        append(row.status.rank)
        append(row.publishedOn)
        append(batch.sources, Int(row.source))
        if let note = row.note { append(batch.notes, Int(note)) } else { append(nil as String?) }
        endRow(file, line: row.line, snapshots)
    }

    /// Appends a company.
    package mutating func append(
        _ company: Company, from origin: Origin?, in snapshots: LakeSnapshots
    ) {
        writer.append(text: company.ticker)
        writer.append(text: company.name)
        append(company.country)
        append(company.exchange)
        append(company.fiscalYearEnd)
        append(company.parent)
        append(company.cik)
        append(company.note)
        endRow(origin, snapshots)
    }

    /// Appends an alias.
    package mutating func append(
        _ alias: Alias, from origin: Origin?, in snapshots: LakeSnapshots
    ) {
        writer.append(text: alias.alias)
        writer.append(text: alias.ticker)
        append(alias.validFrom)
        append(alias.validTo)
        append(alias.note)
        endRow(origin, snapshots)
    }

    /// Appends share facts.
    package mutating func append(
        _ basis: ShareBasis, from origin: Origin?, in snapshots: LakeSnapshots
    ) {
        writer.append(text: basis.ticker)
        append(basis.from)
        writer.append(number: basis.adsRatio?.description ?? "")
        writer.append(number: basis.split?.description ?? "")
        writer.append(text: basis.source)
        append(basis.note)
        endRow(origin, snapshots)
    }

    /// Appends a membership of a group.
    package mutating func append(
        _ membership: Membership, from origin: Origin?, in snapshots: LakeSnapshots
    ) {
        writer.append(text: membership.group)
        writer.append(text: membership.ticker)
        append(membership.joinedOn)
        append(membership.leftOn)
        append(membership.note)
        endRow(origin, snapshots)
    }

    /// Appends a claim.
    package mutating func append(
        _ claim: Claim, from origin: Origin?, in snapshots: LakeSnapshots
    ) {
        writer.append(text: claim.publisher)
        writer.append(text: claim.subject)
        writer.append(text: claim.figure.description)
        append(claim.on)
        if let since = claim.since {
            append(since)
        } else {
            for _ in 0..<3 { writer.append(number: "") }
        }
        writer.append(number: claim.value.number.description)
        writer.append(text: claim.value.unit.code)
        writer.append(number: claim.value.description)
        append(claim.publishedOn)
        writer.append(text: claim.source)
        append(claim.note)
        endRow(origin, snapshots)
    }

    /// Appends a row of a table without provenance, whose cells are numbers, codes or texts.
    package mutating func append(_ cells: [String]) {
        for cell in cells { writer.append(text: cell) }
        endRow()
    }

    // MARK: Cells

    /// Appends the text, the first and the last day of a period.
    private mutating func append(_ period: Period) {
        writer.append(plain: Period.longestText) { period.write(to: &$0) }
        append(period.first)
        append(period.last)
    }

    private mutating func append(_ day: Day?) {
        writer.append(plain: Day.textLength) { day?.write(to: &$0) }
    }

    private mutating func append(_ text: String?) { writer.append(text: text ?? "") }

    private mutating func append(_ number: Int?) {
        writer.append(number: number.map(String.init) ?? "")
    }

    private mutating func append(_ pool: StringPool, _ number: Int) {
        let bytes = pool.bytes[pool.range(of: number)]
        if bytes.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            writer.append(text: bytes.span)
        } else {
            writer.append(text: pool[number])
        }
    }

    private mutating func endRow(_ origin: Origin?, _ snapshots: LakeSnapshots) {
        let file = origin.map { LakeOrigin(importNumber: $0.importNumber, file: $0.file) }
        endRow(file, line: origin?.line ?? 0, snapshots)
    }

    private mutating func endRow(_ file: LakeOrigin?, line: Int, _ snapshots: LakeSnapshots) {
        writer.append(number: file?.importNumber ?? "")
        writer.append(text: file?.name ?? "")
        append(line == 0 ? nil : line)
        append(snapshots.first)
        append(snapshots.end)
        endRow()
    }

    private mutating func endRow() {
        writer.endRow()
        rowCount += 1
    }
}
