import Reporting

/// The one chart of a document as an SVG file: with its title, its own colors for light and dark,
/// and nothing from elsewhere.
extension Document {
    func svg() -> [UInt8] {
        guard let chart = charts.first else { return [] }
        var markup = Markup()
        markup.svg(chart, id: "chart", standsAlone: true)
        return markup.bytes
    }
}
