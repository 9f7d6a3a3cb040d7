import Mining

/// All observations of one subject: the table `series`, with the columns of the long CSV format, so
/// that it can be imported again.
///
/// `value` is in the unit of the metric, `printed` as the source printed it.
package struct SeriesReport: Sendable {
    /// The report.
    package let document: Document

    /// `observations` are the rows in their order; `parameters` is what the user asked for.
    package init(_ observations: [Observation], parameters: [Parameter]) {
        document = Document(
            report: "show", parameters: parameters,
            tables: [
                Table(name: "series", title: "Series", columns: Self.columns, lines: observations)
            ],
            notes: observations.isEmpty ? ["The book has no such observation."] : [])
    }

    private static var columns: [ReportColumn<Observation>] {
        [
            .subject, .metric, .period,
            .init("value", "Value", .number) { .printedValue(of: $0) },
            .init("unit", "Unit", .text) { .text($0.metric.unit.code) },
            .printed(audience: .programs), .publishedOn, .source, .status, .note(),
        ]
    }
}

extension Cell {
    /// The value of an observation in the unit of its metric, with the digits that were printed.
    static func printedValue(of observation: Observation) -> Cell {
        let (value, unit) = (observation.value, observation.metric.unit)
        // The last printed digit, moved to where the metric's unit puts it.
        let decimals = value.decimals + unit.exponent - value.unit.exponent
        return .number(
            Number(
                value.value(in: unit), decimals: max(decimals, 0),
                marks: observation.status == .estimated ? [.estimated] : []))
    }
}
