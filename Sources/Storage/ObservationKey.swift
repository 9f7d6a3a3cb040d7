import Mining

/// The primary key of the table of observations, in its numbers.
struct ObservationKey: Equatable {
    var subject: Int
    var metric: Int
    var periodEnd: Int
    /// How many days the period's first day lies behind its last: 0, or below.
    var periodOffset: Int
    /// `Day.unknownPublication` where it is not known.
    var publishedOn: Int
    var source: Int

    /// The key but for what tells the vintages of a period apart.
    var period: (subject: Int, metric: Int, end: Int, offset: Int) {
        (subject, metric, periodEnd, periodOffset)
    }
}

/// In the order in which rows lie in the table.
extension ObservationKey: Comparable {
    static func < (left: ObservationKey, right: ObservationKey) -> Bool {
        left.period == right.period
            ? (left.publishedOn, left.source) < (right.publishedOn, right.source)
            : left.period < right.period
    }
}

extension ObservationKey {
    init(_ row: ObservationBatch.Row, subject: Int, source: Int) {
        self.subject = subject
        metric = row.metric.rawValue
        periodEnd = row.period.last.number
        periodOffset = row.period.offset
        publishedOn = row.publishedOn?.number ?? Day.unknownPublication
        self.source = source
    }
}

extension Period {
    /// How many days the first day lies behind the last: 0 for a day, −30 for a month of 31 days.
    var offset: Int { first.number - last.number }
}

extension Day {
    /// What stands for the day of publication where it is not known, which is before all that can
    /// be; a key column cannot be NULL.
    static let unknownPublication = firstOfPublication.number - 1
}

/// What the table of observations holds for a key.
struct ObservationRow {
    var publishedOn: Int
    var source: Int
    /// The printed digits.
    var value: Int
    var unit: Int
    var decimals: Int
    var status: Int
    var note: String?
    /// `nil` for a row that another program wrote.
    var file: Int?
    var line: Int?

    /// Of the vintages of the key's period, whether it is that of the key.
    func isHeld(at key: ObservationKey) -> Bool {
        publishedOn == key.publishedOn && source == key.source
    }

    /// Whether it says the same as the row of `batch` at `index`, in whatever unit.
    func says(_ batch: ObservationBatch, at index: Int) -> Bool {
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

    private func hasNote(_ number: Int32?, in notes: TextTable) -> Bool {
        guard let number, let note else { return number == nil && note == nil }
        return notes.withBytes(of: Int(number)) { note.utf8Span.span.equals($0) }
    }
}

extension Statement {
    /// Binds parameters 1 to 4.
    func bind(period key: ObservationKey) throws(StorageError) {
        try bind(key.subject, at: 1)
        try bind(key.metric, at: 2)
        try bind(key.periodEnd, at: 3)
        try bind(key.periodOffset, at: 4)
    }

    /// Binds parameters 1 to 6.
    func bind(_ key: ObservationKey) throws(StorageError) {
        try bind(period: key)
        try bind(key.publishedOn, at: 5)
        try bind(key.source, at: 6)
    }

    /// The present row of a statement whose columns from `start` on are those of
    /// `ObservationRow`.
    func observationRow(_ start: Int32 = 0) throws(StorageError) -> ObservationRow {
        ObservationRow(
            publishedOn: try integer(start), source: try integer(start + 1),
            value: try integer(start + 2), unit: try integer(start + 3),
            decimals: try integer(start + 4), status: try integer(start + 5),
            note: try optionalText(start + 6), file: try optionalInteger(start + 7),
            line: try optionalInteger(start + 8))
    }
}
