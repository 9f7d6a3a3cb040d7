/// The XML of a chart, in the drawing language of Office.
struct ChartPart {
    private let chart: SheetChart

    init(_ chart: SheetChart) { self.chart = chart }

    /// The whole part.
    var xml: String {
        xmlDeclaration
            + "<c:chartSpace xmlns:c=\"\(XMLNamespace.chart)\" xmlns:a=\"\(XMLNamespace.drawing)\">"
            + "<c:roundedCorners val=\"0\"/><c:chart>"
            + chartTitle(chart.title, size: 1200) + "<c:autoTitleDeleted val=\"0\"/>"
            + "<c:plotArea><c:layout/>" + plot + ChartAxes(chart).xml + "</c:plotArea>"
            + legend
            + "<c:plotVisOnly val=\"1\"/><c:dispBlanksAs val=\"gap\"/></c:chart></c:chartSpace>\n"
    }

    /// Whether each series has places of its own, or places that are numbers.
    private var isScattered: Bool { chart.places == .ownDays || chart.places == .numbers }

    private var plot: String {
        let series = chart.series.enumerated().map { index, series in
            ChartSeriesXML(series, index, chart).xml
        }.joined()
        let axes = "<c:axId val=\"1\"/><c:axId val=\"2\"/>"
        let colors = "<c:varyColors val=\"0\"/>"
        switch chart.kind {
        case .lines where isScattered:
            return "<c:scatterChart><c:scatterStyle val=\"lineMarker\"/>\(colors)\(series)\(axes)"
                + "</c:scatterChart>"
        case .lines:
            return "<c:lineChart><c:grouping val=\"standard\"/>\(colors)\(series)"
                + "<c:marker val=\"1\"/>\(axes)</c:lineChart>"
        case .bars(let isHorizontal):
            return bars(isHorizontal, "clustered") + "\(colors)\(series)<c:gapWidth val=\"60\"/>"
                + "\(axes)</c:barChart>"
        case .stack(let isHorizontal):
            return bars(isHorizontal, "stacked") + "\(colors)\(series)<c:gapWidth val=\"40\"/>"
                + "<c:overlap val=\"100\"/>\(axes)</c:barChart>"
        }
    }

    private func bars(_ areHorizontal: Bool, _ grouping: String) -> String {
        "<c:barChart><c:barDir val=\"\(areHorizontal ? "bar" : "col")\"/>"
            + "<c:grouping val=\"\(grouping)\"/>"
    }

    /// The names of the series; a single one is named by the title.
    private var legend: String {
        guard chart.series.count > 1 else { return "" }
        let hidden = chart.series.indices.filter { chart.series[$0].name == nil }.map {
            "<c:legendEntry><c:idx val=\"\($0)\"/><c:delete val=\"1\"/></c:legendEntry>"
        }
        return
            "<c:legend><c:legendPos val=\"r\"/>\(hidden.joined())<c:overlay val=\"0\"/></c:legend>"
    }
}

/// A heading of a chart or an axis; `size` is in hundredths of a point.
func chartTitle(_ text: String, size: Int) -> String {
    "<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz=\"\(size)\" b=\"0\"/></a:pPr>"
        + "<a:r><a:rPr lang=\"en-US\" sz=\"\(size)\" b=\"0\"/><a:t>\(text.xml)</a:t></a:r></a:p>"
        + "</c:rich></c:tx><c:overlay val=\"0\"/></c:title>"
}
