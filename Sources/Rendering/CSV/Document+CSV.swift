import CSV
import Mining
import Reporting

/// The first table of a document as CSV, for programs and spreadsheets.
///
/// ```
/// ticker,hashrate (EH/s),hashrate_as_of,is_record
/// RIOT,38.5,2025-12-31,true
/// MARA,,,false
/// ```
///
/// All columns are included, with their unit in the header. Numbers have no thousands separators
/// and the fewest digits that parse back to the same `Double`. Values that are missing, infinite or
/// not a number are empty. Texts that a spreadsheet would run as a formula get a `'` in front;
/// numbers, dates and flags are never changed. A report has a last column `marks` with the marks of
/// the numbers of each row, each as the letter that people see: `hashrate:ec;market_cap:d`. Hidden
/// characters in texts are written out.
extension Document {
    /// The first table as CSV in UTF-8; empty if there is no table.
    func csv() -> [UInt8] {
        guard let table = tables.first else { return [] }
        var writer = CSVWriter(neutralizesFormulas: true)
        for column in table.columns {
            let unit = column.unit.map { " (\($0))" } ?? ""
            writer.append(text: (column.name + unit).visible)
        }
        if table.marksNumbers { writer.append(text: "marks") }
        writer.endRow()
        for row in table.rows {
            for cell in row { writer.append(cell) }
            if table.marksNumbers {
                let marks = table.marks(of: row).map { column, marks in
                    "\(column):\(String(marks.map(\.letter)))"
                }
                writer.append(text: marks.joined(separator: ";"))
            }
            writer.endRow()
        }
        return writer.output
    }
}

extension CSVWriter {
    fileprivate mutating func append(_ cell: Cell) {
        switch cell {
        case .missing: append(number: "")
        case .text(let text), .worded(let text, shown: _): append(text: text.visible)
        case .number(let number): append(number: ShortestDecimal(number.value)?.description ?? "")
        case .date(let day): append(number: day.description)
        case .flag(let flag): append(number: flag ? "true" : "false")
        }
    }
}
