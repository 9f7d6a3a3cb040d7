/// Which charts of a document to render.
package enum ChartChoice: Sendable, Hashable {
    /// All charts of the document.
    case all
    /// The chart with this name.
    case named(String)
}
