import Mining

/// A stored observation without its subject, metric and period. Sources, units, statuses and
/// files are given by the ids of their rows in the book.
package struct StoredObservation: Sendable {
    /// The number of the publication date; `Day.unknownPublication` if it is unknown.
    package var publishedOn: Int
    package var sourceID: Int
    /// The published digits without the decimal point: 385 for 38.5.
    package var value: Int
    package var unitID: Int
    package var decimals: Int
    package var statusID: Int
    package var note: String?
    /// The imported file; nil if another program wrote the row.
    package var fileID: Int?
    package var line: Int?

    package init(
        publishedOn: Int, sourceID: Int, value: Int, unitID: Int, decimals: Int, statusID: Int,
        note: String?, fileID: Int?, line: Int?
    ) {
        self.publishedOn = publishedOn
        self.sourceID = sourceID
        self.value = value
        self.unitID = unitID
        self.decimals = decimals
        self.statusID = statusID
        self.note = note
        self.fileID = fileID
        self.line = line
    }

    /// Whether its publication date and source are those of `key`.
    package func isVintage(of key: ObservationKey) -> Bool {
        publishedOn == key.publishedOn && sourceID == key.source
    }

    /// Whether it has the amount, status and note of the row of `batch` at `index`. Amounts in
    /// different units are compared by value.
    func hasContent(of batch: ObservationBatch, at index: Int) -> Bool {
        let row = batch.rows[index]
        return statusID == row.status.rawValue && hasAmount(of: row.value)
            && hasNote(row.note, in: batch.notes)
    }

    /// Whether the amount equals `quantity`, also if the units differ.
    func hasAmount(of quantity: Quantity) -> Bool {
        if unitID == quantity.unit.rawValue, decimals == quantity.decimals {
            return value == Int(quantity.digits)
        }
        return self.quantity?.base == quantity.base
    }

    /// The amount; nil if the program does not know the unit.
    var quantity: Quantity? {
        Unit(rawValue: unitID)
            .flatMap { Quantity(digits: Int64(value), unit: $0, decimals: decimals) }
    }

    /// The amount with the day from which it was public, of a vintage of the period of `key`; nil if
    /// the program does not know the unit.
    func dated(like key: ObservationKey) -> DatedQuantity? {
        let day = publishedOn == Day.unknownPublication ? key.periodEnd : publishedOn
        guard let quantity, let day = Day(number: day) else { return nil }
        return DatedQuantity(quantity, publicFrom: day)
    }

    private func hasNote(_ number: Int32?, in notes: StringPool) -> Bool {
        guard let number, let note else { return number == nil && note == nil }
        return notes.withBytes(of: Int(number)) { note.utf8Span.span.equals($0) }
    }
}
