import Reporting

/// A chart as a self-contained SVG file, with its title and with colors for light and dark
/// backgrounds.
extension Document {
    /// The first chart of the document as SVG in UTF-8; empty if there is none.
    func svg() -> [UInt8] {
        guard let chart = charts.first else { return [] }
        var markup = MarkupWriter()
        markup.svg(chart, id: "chart", standsAlone: true)
        return markup.bytes
    }
}
