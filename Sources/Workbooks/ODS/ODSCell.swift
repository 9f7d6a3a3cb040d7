/// A cell of an `.ods` file, before its text is known.
struct ODSCell {
    /// How often it is there, side by side.
    var count = 1
    var span: SheetRow.Span?
    /// Where in the row's buffer its bytes begin.
    var start = 0
    /// The result that it stores, by type; nil for a text, which follows as paragraphs.
    fileprivate var value: Value?
    fileprivate var formula: String?

    fileprivate enum Value {
        case number(String, currency: String?)
        case percentage(String)
        case date(String)
        case boolean(Bool)
    }

    init() {}

    init(_ attributes: XMLAttributes, start: Int) {
        self.start = start
        var type: String?
        var value: String?
        var currency: String?
        var columns = 1
        var rows = 1
        attributes.visit { name, text in
            if name == "office:value-type" {
                type = text.string
            } else if name == "office:value" || name == "office:date-value"
                || name == "office:time-value" || name == "office:boolean-value"
            {
                value = text.string
            } else if name == "office:currency" {
                currency = text.string
            } else if name == "table:number-columns-repeated" {
                count = max(text.number ?? 1, 1)
            } else if name == "table:number-columns-spanned" {
                columns = text.number ?? 1
            } else if name == "table:number-rows-spanned" {
                rows = text.number ?? 1
            } else if name == "table:formula" {
                formula = String(text.string.prefix(SheetRow.shownFormula))
            }
        }
        if columns > 1 || rows > 1 { span = SheetRow.Span(rows: rows, columns: columns) }
        guard let value else { return }
        switch type {
        case "float": self.value = .number(value, currency: nil)
        case "currency": self.value = .number(value, currency: currency)
        case "percentage": self.value = .percentage(value)
        case "date": self.value = .date(value)
        case "boolean": self.value = .boolean(value == "true")
        default: break
        }
    }

    fileprivate var hasFormula: Bool { formula != nil }
}

extension SheetRow {
    /// Replaces the bytes of `cell`, which are at the end of the buffer, by its text. Nil if the cell
    /// is empty.
    mutating func finish(_ cell: ODSCell) -> Kind? {
        guard let value = cell.value else {
            guard buffer.count > cell.start else {
                guard let formula = cell.formula else { return nil }
                buffer += "=\(formula)".utf8
                return .formula
            }
            let text = String(decoding: buffer[cell.start...].prefix(20), as: UTF8.self)
            let isError = cell.hasFormula && (text.hasPrefix("#") || text.hasPrefix("Err:"))
            return isError ? .error : .text
        }
        let shown = buffer[cell.start...]
        // LibreOffice stores 0 for an error, and shows the error.
        if cell.hasFormula, shown.starts(with: "#".utf8) || shown.starts(with: "Err:".utf8) {
            return .error
        }
        buffer.removeSubrange(cell.start...)
        switch value {
        case .number(let text, let currency):
            append(text, NumberFormat(currency: currency))
            return .number
        case .percentage(let text):
            append(text, NumberFormat(builtIn: 9))
            return .number
        case .date(let text):
            // A time of midnight is none.
            let midnight = "T00:00:00"
            buffer += (text.hasSuffix(midnight) ? text.dropLast(midnight.count) : text[...]).utf8
            return .date
        case .boolean(let isTrue):
            buffer += (isTrue ? "TRUE" : "FALSE").utf8
            return .boolean
        }
    }

    private mutating func append(_ text: String, _ format: NumberFormat) {
        let bytes = Array(text.utf8)
        guard let number = CellNumber(bytes.span) else {
            buffer += bytes
            return
        }
        format.append(number, to: &buffer)
    }
}
