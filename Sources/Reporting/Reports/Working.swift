/// How one figure of a report was come by: what `--explain` puts into words.
package struct Working: Sendable {
    var definition: FigureDefinition
    /// The code of the company, group or network that it is a figure of.
    var subject: String
    /// The day or period that it is of, or of a change the two that it lies between.
    var period: String
    var computed: Computed
}
