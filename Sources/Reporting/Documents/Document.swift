/// The content of a report: tables, charts and notes, complete but not yet formatted.
///
/// Renderers know documents but no reports, and reports know no format. So a new report is
/// available in every format, and a new format works for every report.
package struct Document: Sendable, Hashable {
    /// The name of the report on the command line, such as `sector`.
    package var report: String
    /// What the user asked for, in the order of the command's documentation: `on`, `since`, …
    package var parameters: [Parameter]
    /// In the order of the report.
    package var tables: [Table]
    /// In the order of the report; empty if it has none.
    package var charts: [Chart]
    /// Complete sentences that people read before the tables; empty if there are none.
    package var summary: [String]
    /// Complete sentences for people; empty if there is nothing to say.
    package var notes: [String]

    package init(
        report: String, parameters: [Parameter] = [], tables: [Table], charts: [Chart] = [],
        summary: [String] = [], notes: [String] = []
    ) {
        self.report = report
        self.parameters = parameters
        self.tables = tables
        self.charts = charts
        self.summary = summary
        self.notes = notes
    }
}
