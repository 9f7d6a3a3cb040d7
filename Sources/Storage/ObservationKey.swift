import Mining

/// The primary key of the table of observations, in its numbers.
struct ObservationKey: Equatable {
    var subject: Int
    var metric: Int
    var periodEnd: Int
    var periodStart: Int
    var publishedOn: Int
    var source: Int

    /// The key but for what tells the vintages of a period apart.
    var period: (subject: Int, metric: Int, end: Int, start: Int) {
        (subject, metric, periodEnd, periodStart)
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

/// What the table of observations holds for a key.
struct ObservationRow {
    var publishedOn: Int
    var source: Int
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

    /// Whether it says the same, in whatever unit.
    func says(_ observation: Observation) -> Bool {
        value == Int(observation.value.base) && status == observation.status.rawValue
            && note.map(ExactText.init) == observation.note.map(ExactText.init)
    }
}

extension Statement {
    /// Binds parameters `start` + 1 to `start` + 4.
    func bind(period key: ObservationKey, after start: Int32 = 0) throws(StorageError) {
        try bind(key.subject, at: start + 1)
        try bind(key.metric, at: start + 2)
        try bind(key.periodEnd, at: start + 3)
        try bind(key.periodStart, at: start + 4)
    }

    /// Binds parameters `start` + 1 to `start` + 6.
    func bind(_ key: ObservationKey, after start: Int32 = 0) throws(StorageError) {
        try bind(period: key, after: start)
        try bind(key.publishedOn, at: start + 5)
        try bind(key.source, at: start + 6)
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
