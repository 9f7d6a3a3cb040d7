/// The XML of the two axes of a chart: 1 is that of places, 2 that of values.
struct ChartAxes {
    private let chart: SheetChart

    init(_ chart: SheetChart) { self.chart = chart }

    var xml: String { places + values }

    private static let line =
        "<c:spPr><a:ln w=\"9525\"><a:solidFill><a:srgbClr val=\"59636E\"/></a:solidFill></a:ln></c:spPr>"

    private var places: String {
        let start =
            "<c:axId val=\"1\"/>" + scaling(isReversed: chart.isHorizontal)
            + "<c:axPos val=\"\(chart.isHorizontal ? "l" : "b")\"/>"
        let ticks =
            "<c:majorTickMark val=\"out\"/><c:minorTickMark val=\"none\"/>"
            + "<c:tickLblPos val=\"low\"/>\(Self.line)<c:crossAx val=\"2\"/>"
            + "<c:crosses val=\"autoZero\"/>"
        let format = chart.showsMonths ? "yyyy\\-mm" : "yyyy\\-mm\\-dd"
        let days = "<c:numFmt formatCode=\"\(format)\" sourceLinked=\"0\"/>"
        switch chart.places {
        case .names:
            return "<c:catAx>\(start)\(ticks)<c:auto val=\"0\"/><c:lblAlgn val=\"ctr\"/>"
                + "<c:lblOffset val=\"100\"/><c:noMultiLvlLbl val=\"1\"/></c:catAx>"
        case .days:
            return "<c:dateAx>\(start)\(days)\(ticks)<c:auto val=\"0\"/><c:lblOffset val=\"100\"/>"
                + "<c:baseTimeUnit val=\"days\"/></c:dateAx>"
        case .ownDays:
            return "<c:valAx>\(start)\(days)\(ticks)<c:crossBetween val=\"midCat\"/></c:valAx>"
        case .numbers:
            return "<c:valAx>\(start)<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>\(ticks)"
                + "<c:crossBetween val=\"midCat\"/></c:valAx>"
        }
    }

    private var values: String {
        let grid =
            "<c:majorGridlines><c:spPr><a:ln w=\"6350\"><a:solidFill>"
            + "<a:srgbClr val=\"DFE3E8\"/></a:solidFill></a:ln></c:spPr></c:majorGridlines>"
        // Bars stand between ticks. With reversed places, the axis of values crosses at the last
        // one, at the bottom.
        let isBetween = chart.kind != .lines
        return "<c:valAx><c:axId val=\"2\"/>" + scaling(isReversed: false)
            + "<c:axPos val=\"\(chart.isHorizontal ? "b" : "l")\"/>" + grid
            + (chart.unit.isEmpty ? "" : chartTitle(chart.unit, size: 900))
            + "<c:numFmt formatCode=\"General\" sourceLinked=\"0\"/>"
            + "<c:majorTickMark val=\"none\"/><c:minorTickMark val=\"none\"/>"
            + "<c:tickLblPos val=\"nextTo\"/><c:crossAx val=\"1\"/>"
            + "<c:crosses val=\"\(chart.isHorizontal ? "max" : "min")\"/>"
            + "<c:crossBetween val=\"\(isBetween ? "between" : "midCat")\"/></c:valAx>"
    }

    private func scaling(isReversed: Bool) -> String {
        "<c:scaling><c:orientation val=\"\(isReversed ? "maxMin" : "minMax")\"/></c:scaling>"
            + "<c:delete val=\"0\"/>"
    }
}
