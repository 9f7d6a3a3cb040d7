/// The styles of a workbook's cells: each gets a number at its first use.
final class StyleTable {
    /// The number of the first format that is not built into spreadsheet programs.
    private static let firstFormat = 164

    private var numbers: [CellStyle: Int] = [.plain: 0]
    private var styles: [CellStyle] = [.plain]

    /// The number of a style; 0 is the plain one.
    func number(of style: CellStyle) -> Int {
        if let number = numbers[style] { return number }
        let number = styles.count
        numbers[style] = number
        styles.append(style)
        return number
    }

    /// The part `styles.xml`.
    var xml: String {
        var formats: [String: Int] = [:]
        var list = ""
        for format in styles.compactMap(\.format) where formats[format] == nil {
            let number = Self.firstFormat + formats.count
            formats[format] = number
            list += "<numFmt numFmtId=\"\(number)\" formatCode=\"\(format.xml)\"/>"
        }
        let cells = styles.map { style in
            Self.cell(style.look, format: style.format.flatMap { formats[$0] } ?? 0)
        }
        return xmlDeclaration
            + "<styleSheet xmlns=\"\(XMLNamespace.sheet)\">"
            + (formats.isEmpty ? "" : "<numFmts count=\"\(formats.count)\">\(list)</numFmts>")
            + Self.parts
            + "<cellXfs count=\"\(cells.count)\">\(cells.joined())</cellXfs>"
            + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>"
            + "</styleSheet>\n"
    }

    private static func cell(_ look: CellStyle.Look, format: Int) -> String {
        let (font, fill, border): (Int, Int, Int)
        var alignment = ""
        switch look {
        case .plain, .remark: (font, fill, border) = (0, 0, 0)
        case .wrapped:
            (font, fill, border) = (0, 0, 0)
            alignment = "<alignment vertical=\"top\" wrapText=\"1\"/>"
        case .header:
            (font, fill, border) = (1, 2, 1)
            alignment = "<alignment vertical=\"top\" wrapText=\"1\"/>"
        case .numberHeader:
            (font, fill, border) = (1, 2, 1)
            alignment = "<alignment horizontal=\"right\" vertical=\"top\" wrapText=\"1\"/>"
        case .label:
            (font, fill, border) = (1, 0, 0)
            alignment = "<alignment vertical=\"top\"/>"
        case .title: (font, fill, border) = (2, 0, 0)
        case .link: (font, fill, border) = (3, 0, 0)
        case .input: (font, fill, border) = (0, 3, 0)
        }
        let start =
            "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"\(fill)\" borderId=\"\(border)\" "
            + "xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\""
        return alignment.isEmpty ? start + "/>" : start + " applyAlignment=\"1\">\(alignment)</xf>"
    }

    /// The fonts, fills and borders that `cell` refers to by their numbers. The first two fills must
    /// be these.
    private static let parts = """
        <fonts count="4"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
        <font><b/><sz val="11"/><name val="Calibri"/><family val="2"/></font>\
        <font><b/><sz val="14"/><name val="Calibri"/><family val="2"/></font>\
        <font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/><family val="2"/></font>\
        </fonts>\
        <fills count="4"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFEDEFF2"/></patternFill></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill>\
        </fills>\
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>\
        <border><left/><right/><top/><bottom style="thin"><color rgb="FF59636E"/></bottom>\
        <diagonal/></border></borders>\
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        """
}
