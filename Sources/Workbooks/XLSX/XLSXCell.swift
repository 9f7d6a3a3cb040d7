/// A cell of an `.xlsx` file, before its text is known.
struct XLSXCell {
    /// What the content of a cell is, as its attribute `t` says.
    enum ContentType {
        case number, sharedText, text, boolean, error, date

        init(_ value: XMLValue) {
            if value == "s" {
                self = .sharedText
            } else if value == "str" || value == "inlineStr" {
                self = .text
            } else if value == "b" {
                self = .boolean
            } else if value == "e" {
                self = .error
            } else if value == "d" {
                self = .date
            } else {
                self = .number
            }
        }
    }

    var type = ContentType.number
    var format = 0
    var hasFormula = false
    /// Where in the row's buffer its bytes begin.
    var start = 0
}

extension SheetRow {
    /// Replaces the bytes of `cell`, which are at the end of the buffer, by its text. Nil if the cell
    /// is empty.
    ///
    /// - Throws: `WorkbookError` if the cell refers to something that does not exist.
    mutating func finish(
        _ cell: XLSXCell, formula: [UInt8], texts: SharedStrings, formats: [NumberFormat],
        startsIn1904: Bool, part: String
    ) throws(WorkbookError) -> Kind? {
        guard buffer.count > cell.start else {
            // A formula may result in an empty text, but not in an empty number.
            guard cell.hasFormula, cell.type == .number else { return nil }
            buffer.append(UInt8(ascii: "="))
            buffer += formula
            return .formula
        }
        switch cell.type {
        case .number:
            return try finishNumber(cell, formats, startsIn1904: startsIn1904, part: part)
        case .sharedText:
            let number = Int(String(decoding: buffer[cell.start...], as: UTF8.self))
            buffer.removeSubrange(cell.start...)
            guard let number, texts.append(number, to: &buffer) else {
                throw .damaged(part: part, .reference)
            }
            return .text
        case .text:
            decodeEscapes(in: &buffer, from: cell.start)
            return .text
        case .boolean:
            let isTrue =
                buffer[cell.start] == UInt8(ascii: "1")
                || buffer[cell.start] | 0x20 == UInt8(ascii: "t")
            buffer.removeSubrange(cell.start...)
            buffer += (isTrue ? "TRUE" : "FALSE").utf8
            return .boolean
        case .error: return .error
        case .date: return .date
        }
    }

    private mutating func finishNumber(
        _ cell: XLSXCell, _ formats: [NumberFormat], startsIn1904: Bool, part: String
    ) throws(WorkbookError) -> Kind {
        guard formats.indices.contains(cell.format) || cell.format == 0 else {
            throw .damaged(part: part, .reference)
        }
        let format = cell.format < formats.count ? formats[cell.format] : .plain
        if format.isPlain, isPlainNumber(from: cell.start) { return .number }
        guard let number = CellNumber(buffer.span.extracting(cell.start..<buffer.count)) else {
            // Not a number, although the file says so: shown as it is.
            return .text
        }
        buffer.removeSubrange(cell.start...)
        if let shown = format.date,
            SerialDate.append(number, as: shown, from1904: startsIn1904, to: &buffer)
        {
            return .date
        }
        (format.date == nil ? format : .plain).append(number, to: &buffer)
        return .number
    }

    /// Whether the bytes from `start` on are a number of at most 15 digits without an exponent, which
    /// needs no rounding.
    private func isPlainNumber(from start: Int) -> Bool {
        var digitCount = 0
        for index in start..<buffer.count {
            let byte = buffer[index]
            if byte &- UInt8(ascii: "0") <= 9 {
                digitCount += 1
            } else if byte != UInt8(ascii: "."), byte != UInt8(ascii: "-") || index != start {
                return false
            }
        }
        return digitCount <= 15
    }
}
