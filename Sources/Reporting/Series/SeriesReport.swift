import Mining

/// What is known of one subject, figure by figure: the table `series`, with the columns of the
/// long CSV, so that it can be read back.
///
/// `value` is in the metric's own unit, `printed` as the source printed it.
package struct SeriesReport: Sendable {
    package let document: Document

    /// `observations` are rows as they should stand, in order; `parameters` what was asked.
    package init(_ observations: [Observation], parameters: [Parameter]) {
        document = Document(
            report: "show", parameters: parameters,
            tables: [
                Table(
                    name: "series", title: "Series", columns: Self.columns,
                    rows: observations.map(Self.row))
            ],
            notes: observations.isEmpty ? ["The book knows nothing of this."] : [])
    }

    private static let columns = [
        Column("subject", "Subject", .text), Column("metric", "Metric", .text),
        Column("period", "Period", .text), Column("value", "Value", .number),
        Column("unit", "Unit", .text),
        Column("printed", "As printed", .text, audience: .programs),
        Column("published_on", "Published", .date), Column("source", "Source", .text),
        Column("status", "Status", .text), Column("note", "Note", .text),
    ]

    private static func row(_ observation: Observation) -> [Cell] {
        let (value, unit) = (observation.value, observation.metric.unit)
        // The last printed digit, moved to where the metric's unit puts it.
        let places = value.decimals + unit.exponent - value.unit.exponent
        return [
            .text(observation.subject), .text(observation.metric.code),
            .text("\(observation.period)"),
            .number(
                Number(
                    value.value(in: unit), places: max(places, 0),
                    marks: observation.status == .estimated ? [.estimated] : [])),
            .text(unit.code), .text("\(value)"),
            observation.publishedOn.map(Cell.date) ?? .missing,
            .text(orMissing: observation.source), .text(observation.status.name),
            .text(orMissing: observation.note),
        ]
    }
}
