import CSV
import Mining

/// Finds numbers such as `18.005` or `1,875` that mean two things, in files where nothing else shows
/// which: eighteen thousand, or eighteen.
///
/// Only files with semicolons are scanned, which spreadsheets write where the decimal mark is a
/// comma, and only if no option gives the decimal mark.
struct DecimalMarkScan {
    /// What the numbers of one column show.
    private struct Column {
        /// The name for messages.
        var name: String
        /// The first number with a point, and with a comma, and exactly three digits after it.
        var withPoint, withComma: (text: String, line: Int)?
        /// Whether a number shows that the point is the decimal mark.
        var hasPointForCertain = false
        /// Whether a number with another mark was reported already.
        var isReported = false
        /// Whether a number of four or more digits has no separator between its thousands.
        var hasPlainThousands = false
    }

    /// By a key that tells the columns apart.
    private var columns: [Int: Column] = [:]

    /// A scan of a file; nil if numbers of the file mean one thing only.
    init?(_ options: ImportOptions) {
        guard options.delimiter == .semicolon, options.decimal == nil else { return nil }
    }

    /// Adds a cell that was read as a value. `name` is the name of its column.
    mutating func add(_ cell: Span<UInt8>, key: Int, name: String, line: Int) {
        guard let start = cell.indices.first(where: { cell[$0] &- .zero <= 9 }) else { return }
        var marks: [Int] = []
        var end = start
        while end < cell.count, cell[end] &- .zero <= 9 || [.point, .comma].contains(cell[end]) {
            if cell[end] &- .zero > 9 { marks.append(end) }
            end += 1
        }
        var column = columns[key] ?? Column(name: name)
        defer { columns[key] = column }
        guard let mark = marks.first else {
            if end - start > 3 { column.hasPlainThousands = true }
            return
        }
        let isGroup = 1...3 ~= mark - start && cell[start] != .zero && end - mark == 4
        guard marks.count == 1, isGroup else {
            column.hasPointForCertain = true
            return
        }
        let found = (text: cell.shownText, line: line)
        if cell[mark] == .point {
            column.withPoint = column.withPoint ?? found
        } else {
            column.withComma = column.withComma ?? found
        }
    }

    /// Notes that a number of a column was reported, because its separators are not where those of a
    /// number with a decimal point are.
    mutating func addReported(key: Int) {
        columns[key, default: Column(name: "")].isReported = true
    }

    /// Reports the first number of each column whose numbers may mean two things.
    func report(to diagnostics: inout Diagnostics, file: String) {
        let problems = columns.sorted { $0.key < $1.key }.compactMap {
            _, column -> ImportProblem? in
            let unclear = column.withComma ?? (column.hasPlainThousands ? nil : column.withPoint)
            guard let (text, line) = unclear, !column.hasPointForCertain, !column.isReported else {
                return nil
            }
            return ImportProblem(
                file: file, line: line, column: column.name, reason: .unclearDecimalMark(text))
        }
        // Of one line in the order of the columns: this sort keeps the order of equals.
        for problem in problems.sorted(by: { $0.line < $1.line }) { diagnostics.report(problem) }
    }
}
