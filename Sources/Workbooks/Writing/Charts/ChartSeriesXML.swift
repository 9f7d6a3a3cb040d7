/// The XML of a series of a chart: the cells that it draws, and how.
struct ChartSeriesXML {
    private let series: ChartSeries
    private let index: Int
    private let chart: SheetChart

    init(_ series: ChartSeries, _ index: Int, _ chart: SheetChart) {
        self.series = series
        self.index = index
        self.chart = chart
    }

    var xml: String {
        let name = series.name ?? ""
        var text = "<c:ser><c:idx val=\"\(index)\"/><c:order val=\"\(index)\"/>"
        text += "<c:tx><c:v>\(name.xml)</c:v></c:tx>"
        text += look([])
        text += isLine ? marker([]) : "<c:invertIfNegative val=\"0\"/>"
        for (place, special) in series.looks.sorted(by: { $0.key < $1.key }) {
            text += "<c:dPt><c:idx val=\"\(place)\"/>"
            text += isLine ? marker(special) : "<c:invertIfNegative val=\"0\"/>"
            text += "<c:bubble3D val=\"0\"/>" + look(special) + "</c:dPt>"
        }
        return text + cells + "</c:ser>"
    }

    private var isLine: Bool { chart.kind == .lines }

    // MARK: Cells

    private var cells: String {
        let places = "<c:f>\(series.places.formula.xml)</c:f>"
        let values = "<c:numRef><c:f>\(series.values.formula.xml)</c:f></c:numRef>"
        let smooth = "<c:smooth val=\"0\"/>"
        switch chart.places {
        case .ownDays, .numbers:
            return
                "<c:xVal><c:numRef>\(places)</c:numRef></c:xVal><c:yVal>\(values)</c:yVal>\(smooth)"
        case .days:
            return "<c:cat><c:numRef>\(places)</c:numRef></c:cat><c:val>\(values)</c:val>"
                + (isLine ? smooth : "")
        case .names:
            return "<c:cat><c:strRef>\(places)</c:strRef></c:cat><c:val>\(values)</c:val>"
                + (isLine ? smooth : "")
        }
    }

    // MARK: Looks

    private func look(_ special: ChartSeries.Look) -> String {
        "<c:spPr>\(isLine ? line(special) : fill(special))</c:spPr>"
    }

    private func color(_ special: ChartSeries.Look) -> String {
        special.contains(.light)
            ? "<a:srgbClr val=\"\(series.color)\"><a:alpha val=\"50000\"/></a:srgbClr>"
            : "<a:srgbClr val=\"\(series.color)\"/>"
    }

    private func solid(_ special: ChartSeries.Look) -> String {
        "<a:solidFill>\(color(special))</a:solidFill>"
    }

    private func line(_ special: ChartSeries.Look) -> String {
        let dash = special.contains(.hatched) ? "<a:prstDash val=\"sysDash\"/>" : ""
        // 12,700 units are a point.
        return
            "<a:ln w=\"\(series.width * 127 / 10)\" cap=\"rnd\">\(solid(special))\(dash)<a:round/>"
            + "</a:ln>"
    }

    /// A point on a line; that of an estimate is hollow.
    private func marker(_ special: ChartSeries.Look) -> String {
        let fill =
            special.contains(.hatched)
            ? "<a:solidFill><a:srgbClr val=\"FFFFFF\"/></a:solidFill>" : solid(special)
        let size = series.values.cells.rows.count > 40 ? 3 : 5
        return "<c:marker><c:symbol val=\"circle\"/><c:size val=\"\(size)\"/><c:spPr>\(fill)"
            + "<a:ln w=\"9525\">\(solid(special))</a:ln></c:spPr></c:marker>"
    }

    private func fill(_ special: ChartSeries.Look) -> String {
        let pattern: String
        switch series.fill {
        case .none:
            return
                "<a:noFill/><a:ln w=\"9525\">\(solid(special))<a:prstDash val=\"sysDash\"/></a:ln>"
        case _ where special.contains(.hatched): pattern = "wdUpDiag"
        case .dotted: pattern = "pct75"
        case .solid: return solid(special)
        }
        return "<a:pattFill prst=\"\(pattern)\"><a:fgClr>\(color(special))</a:fgClr>"
            + "<a:bgClr><a:srgbClr val=\"FFFFFF\"/></a:bgClr></a:pattFill>"
    }
}
