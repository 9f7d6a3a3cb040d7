import Mining

/// A picture of the figures of a document: lines over time, or bars side by side or stacked.
///
/// Its values could be written as a table: a format that cannot draw leaves the chart out or
/// writes such a table.
package struct Chart: Sendable, Hashable {
    /// How the values are drawn.
    package enum Kind: String, Sendable {
        /// Over time or another scale; a missing value leaves a gap.
        case line
        /// One bar for each place of the axis and each series.
        case bars
        /// The series of each place on top of each other; `hasFixedSet` says what a missing value
        /// means.
        case stacked
    }

    /// The places of its values, from left to right.
    package enum Axis: Sendable, Hashable {
        /// Days, spaced in proportion to time.
        case days([Day])
        /// Periods or companies, spaced evenly.
        case names([String])
        /// Numbers in a unit, spaced in proportion to their distance.
        case numbers([Double], unit: String)

        /// How many places it has.
        package var count: Int {
            switch self {
            case .days(let days): days.count
            case .names(let names): names.count
            case .numbers(let numbers, unit: _): numbers.count
            }
        }
    }

    /// A line, or the bars of one color: one value for each place of the axis, nil if missing.
    package struct Series: Sendable, Hashable {
        /// The name in the legend.
        package var name: String
        /// One for each place of the axis; nil if missing.
        package var values: [Double?]
        /// Which values are estimated or carried, by place; empty for a place that is not listed.
        package var marks: [Int: [Number.Mark]]
        /// Places before which a line is interrupted although a value follows: it is not comparable
        /// with the one before, or periods between them are missing.
        package var breaks: Set<Int>
        /// Places of other series, at which a missing value interrupts no line.
        package var skips: Set<Int>
        /// Values as a table of the report shows them, with its digits and marks, by place; empty if no
        /// table has them.
        package var numbers: [Int: Number]

        package init(
            _ name: String, _ values: [Double?], marks: [Int: [Number.Mark]] = [:],
            breaks: Set<Int> = [], skips: Set<Int> = [], numbers: [Int: Number] = [:]
        ) {
            self.name = name
            self.values = values
            self.marks = marks
            self.breaks = breaks
            self.skips = skips
            self.numbers = numbers
        }
    }

    /// The name in JSON and for `--chart`.
    package var name: String
    /// The heading for people.
    package var title: String
    /// How the values are drawn.
    package var kind: Kind
    /// The unit of all its values, as people see them: `USD bn` rather than `USD`.
    package var unit: String
    /// The places of the values.
    package var axis: Axis
    /// The lines or bars; each has a value for every place of the axis.
    package var series: [Series]
    /// Whether the series of a stack are a fixed set, such as the members of a group: a missing value
    /// is then unknown and drawn as such. Otherwise it adds nothing.
    package var hasFixedSet = false
    /// Of a fixed set, the names without a value at any place; they have no series.
    package var absent: [String] = []
    /// The sums of a stack as people see them, by place; empty if their digits follow from the values.
    package var totals: [Int: Number] = [:]
    /// A sentence that belongs to the chart and means nothing without it; nil if there is none.
    package var note: String?

    package init(
        _ name: String, _ title: String, _ kind: Kind, unit: String, axis: Axis,
        series: [Series]
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.unit = unit
        self.axis = axis
        self.series = series
    }
}
