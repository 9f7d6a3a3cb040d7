import Mining

/// A stored observation without its subject, metric and period. Source, unit, status and file are
/// the numbers by which the book stores them.
package struct StoredObservation: Sendable {
    /// The number of the publication date; `Day.unknownPublication` if it is unknown.
    package var publishedOn: Int
    package var source: Int
    /// The published digits without the decimal point: 385 for 38.5.
    package var value: Int
    package var unit: Int
    package var decimals: Int
    package var status: Int
    package var note: String?
    /// The number of the imported file; nil if another program wrote the row.
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

    /// Whether its publication date and source are those of `key`.
    package func isVintage(of key: ObservationKey) -> Bool {
        publishedOn == key.publishedOn && source == key.source
    }

    /// Whether it has the amount, status and note of the row of `batch` at `index`. Amounts in
    /// different units are compared by value.
    func hasContent(of batch: ObservationBatch, at index: Int) -> Bool {
        let row = batch.rows[index]
        return status == row.status.rawValue && hasAmount(of: row.value)
            && hasNote(row.note, in: batch.notes)
    }

    /// Whether the amount equals `quantity`, also if the units differ.
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
