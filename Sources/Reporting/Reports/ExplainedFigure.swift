import Mining

/// A figure of a report and how it was computed: what `--explain` shows.
package struct ExplainedFigure: Sendable {
    var definition: FigureDefinition
    /// The code of the company, group or network.
    var subject: String
    /// The day or period of the figure; for a change, its start and end (`2025-12-31 to
    /// 2026-01-15`).
    var period: String
    var figure: ComputedFigure
}
