/// A number: its exact value for programs, and how to show it to people.
package struct Number: Sendable, Hashable {
    /// Something a reader must know about a value.
    package enum Mark: String, Sendable, CaseIterable {
        /// An estimate, or computed from one.
        case estimated
        /// Carried forward from an earlier day.
        case carried
        /// Computed from other figures of the same subject.
        case derived
        /// Published again with another value by its publisher, or computed from such a figure.
        case restated
        /// A sum without some of its members.
        case incomplete
        /// A change over only those members that have a figure at both ends.
        case likeForLike = "like_for_like"
        /// Does not fit other figures of the same subject.
        case mismatch
        /// Rests on a figure that another source contradicts; a note names both values.
        case conflict
        /// A change of nothing, since there is no newer figure than at the base.
        case unrenewed = "no_newer_figure"
        /// Higher than all earlier figures it was compared with; a note says how many.
        case record
    }

    /// In the unit of the column or of the row.
    package var value: Double
    /// How many digits after the decimal point people see, after scaling by `power`. A negative
    /// number rounds digits before the point: −2 shows 12,345 as 12,300.
    package var decimals: Int
    /// How `decimals` may be changed to align the number with others; nil if it must be shown as it
    /// is.
    package var rounding: Rounding?
    /// People see `value` × 10 to this power.
    package var power: Int
    /// Whether people see a `+` before a positive value, as for changes.
    package var isSigned: Bool
    /// A unit that people see after the number if it is not the unit of the column or row.
    package var suffix: String?
    /// Shown as letters after the number; empty if there is nothing to know.
    package var marks: [Mark]

    package init(
        _ value: Double, decimals: Int, power: Int = 0, isSigned: Bool = false,
        suffix: String? = nil, marks: [Mark] = []
    ) {
        self.value = value
        self.decimals = decimals
        rounding = nil
        self.power = power
        self.isSigned = isSigned
        self.suffix = suffix
        self.marks = marks
    }
}
