import Mining

/// A picture of the figures of a document: lines over time, or bars side by side or stacked.
///
/// Its values could be written as a table: a format that cannot draw leaves the chart out or
/// writes such a table.
package struct Chart: Sendable, Hashable {
    /// How the values are drawn.
    package enum Kind: String, Sendable {
        /// Over time; a missing value leaves a gap.
        case line
        /// One bar for each place of the axis and each series.
        case bars
        /// The series of each place on top of each other; a missing value adds nothing.
        case stacked
    }

    /// The places of its values, from left to right.
    package enum Axis: Sendable, Hashable {
        /// Days, spaced in proportion to time.
        case days([Day])
        /// Periods or companies, spaced evenly.
        case names([String])
    }

    /// A line, or the bars of one color: one value for each place of the axis, nil if missing.
    package struct Series: Sendable, Hashable {
        /// The name in the legend.
        package var name: String
        /// One for each place of the axis; nil if missing.
        package var values: [Double?]

        package init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
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
