import Mining

/// A picture of the figures of a document: lines over time, or bars side by side or stacked.
///
/// It holds nothing that no table could say; what cannot draw leaves it out or writes it as a
/// table.
package struct Chart: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// Over time; a value that is missing leaves a gap.
        case line
        /// One bar for each place of the axis and each series.
        case bars
        /// The series of a place on top of each other; what is missing adds nothing.
        case stacked
    }

    /// What its values stand at, from left to right.
    package enum Axis: Sendable, Hashable {
        /// Days, spaced as time is.
        case days([Day])
        /// Periods or companies, spaced evenly.
        case names([String])
    }

    /// Values of one kind, one for each place of the axis.
    package struct Series: Sendable, Hashable {
        package var name: String
        package var values: [Double?]

        package init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// The name in JSON and for `--chart`.
    package var name: String
    /// What stands above it for people.
    package var title: String
    package var kind: Kind
    /// The unit of all its values, as people should see them: `USD bn` rather than `USD`.
    package var unit: String
    package var axis: Axis
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
