/// The charts of a sheet with their places, in the drawing language of Office.
struct DrawingPart {
    /// A chart and the rows that it covers.
    struct Placed {
        var chart: SheetChart
        /// The first row is 1.
        var rows: ClosedRange<Int>
        /// How many columns it covers, from the first one.
        var columns: Int
    }

    private let charts: [Placed]

    init(_ charts: [Placed]) { self.charts = charts }

    /// The whole part; chart number n has the relation `rId`n.
    var xml: String {
        let anchors = charts.enumerated().map { index, placed in
            "<xdr:twoCellAnchor>"
                + corner("from", row: placed.rows.lowerBound - 1, column: 0)
                + corner("to", row: placed.rows.upperBound, column: placed.columns)
                + "<xdr:graphicFrame macro=\"\"><xdr:nvGraphicFramePr>"
                + "<xdr:cNvPr id=\"\(index + 2)\" name=\"Chart \(index + 1)\" "
                + "descr=\"\(placed.chart.title.xml)\"/><xdr:cNvGraphicFramePr/>"
                + "</xdr:nvGraphicFramePr><xdr:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"0\" cy=\"0\"/>"
                + "</xdr:xfrm><a:graphic><a:graphicData uri=\"\(XMLNamespace.chart)\">"
                + "<c:chart xmlns:c=\"\(XMLNamespace.chart)\" xmlns:r=\"\(XMLNamespace.relation)\" "
                + "r:id=\"rId\(index + 1)\"/></a:graphicData></a:graphic></xdr:graphicFrame>"
                + "<xdr:clientData/></xdr:twoCellAnchor>"
        }
        return xmlDeclaration
            + "<xdr:wsDr xmlns:xdr=\"\(XMLNamespace.sheetDrawing)\" xmlns:a=\"\(XMLNamespace.drawing)\">"
            + anchors.joined() + "</xdr:wsDr>\n"
    }

    private func corner(_ name: String, row: Int, column: Int) -> String {
        "<xdr:\(name)><xdr:col>\(column)</xdr:col><xdr:colOff>0</xdr:colOff>"
            + "<xdr:row>\(row)</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:\(name)>"
    }
}
