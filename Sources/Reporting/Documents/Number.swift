/// A number, at full precision for programs, with what people should see of it.
package struct Number: Sendable, Hashable {
    /// Something a reader must know of a value to read it rightly.
    package enum Mark: String, Sendable, CaseIterable {
        case estimated
        /// Of an earlier day than asked for.
        case carried
        /// Computed from other figures of the same subject.
        case derived
        /// Printed again with another value.
        case restated
        /// A sum without some of its members.
        case incomplete
        /// Higher than ever before.
        case record
    }

    /// In the unit of the column or row.
    package var value: Double
    /// Digits after the point that people see, after scaling. Negative: that many digits
    /// before the point are rounded away (−2: 12,345 is shown as 12,300).
    package var places: Int
    /// People see `value` × 10 to this power.
    package var power: Int
    /// Whether people see `+` before it where it is positive, as on changes.
    package var isSigned: Bool
    /// A unit that people see after it, where it differs from that of the column or row.
    package var suffix: String?
    package var marks: [Mark]

    package init(
        _ value: Double, places: Int, power: Int = 0, isSigned: Bool = false,
        suffix: String? = nil, marks: [Mark] = []
    ) {
        self.value = value
        self.places = places
        self.power = power
        self.isSigned = isSigned
        self.suffix = suffix
        self.marks = marks
    }
}
