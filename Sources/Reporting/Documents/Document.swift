/// What a report says: tables, charts and notes, computed in full and formatted not at all.
///
/// Renderers know documents and no reports, reports know no format. So a new report appears in
/// every format, and a new format serves every report.
package struct Document: Sendable, Hashable {
    /// The name it is asked for by, such as `sector`.
    package var report: String
    /// What it was asked, in the order that the command documents: `on`, `since`, …
    package var parameters: [Parameter]
    package var tables: [Table]
    package var charts: [Chart]
    /// Sentences for people, each complete in itself.
    package var notes: [String]

    package init(
        report: String, parameters: [Parameter] = [], tables: [Table], charts: [Chart] = [],
        notes: [String] = []
    ) {
        self.report = report
        self.parameters = parameters
        self.tables = tables
        self.charts = charts
        self.notes = notes
    }
}
