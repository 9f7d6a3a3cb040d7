import Mining

/// What a book has for the key of an observation, in its numbers.
package struct StoredObservation: Sendable {
    /// `Day.unknownPublication` if it is unknown.
    package var publishedOn: Int
    package var source: Int
    /// The printed digits as one number: 385 for 38.5.
    package var value: Int
    package var unit: Int
    package var decimals: Int
    package var status: Int
    package var note: String?
    /// The number of the file it was imported from; nil for a row that another program wrote.
    package var file: Int?
    package var line: Int?

    package init(
        publishedOn: Int, source: Int, value: Int, unit: Int, decimals: Int, status: Int,
        note: String?, file: Int?, line: Int?
    ) {
        self.publishedOn = publishedOn
        self.source = source
        self.value = value
        self.unit = unit
        self.decimals = decimals
        self.status = status
        self.note = note
        self.file = file
        self.line = line
    }

    /// Whether it is the vintage with the publication date and source of `key`.
    package func isVintage(of key: ObservationKey) -> Bool {
        publishedOn == key.publishedOn && source == key.source
    }

    /// Whether amount, status and note are those of the row of `batch` at `index`. The same amount in
    /// another unit is the same.
    func hasContent(of batch: ObservationBatch, at index: Int) -> Bool {
        let row = batch.rows[index]
        return status == row.status.rawValue && hasAmount(of: row.value)
            && hasNote(row.note, in: batch.notes)
    }

    /// Whether the amount is the same, in whatever unit.
    func hasAmount(of quantity: Quantity) -> Bool {
        if unit == quantity.unit.rawValue, decimals == quantity.decimals {
            return value == Int(quantity.digits)
        }
        return Unit(rawValue: unit)
            .flatMap { Quantity(digits: Int64(value), unit: $0, decimals: decimals) }?
            .base == quantity.base
    }

    private func hasNote(_ number: Int32?, in notes: StringPool) -> Bool {
        guard let number, let note else { return number == nil && note == nil }
        return notes.withBytes(of: Int(number)) { note.utf8Span.span.equals($0) }
    }
}
