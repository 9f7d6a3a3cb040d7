import Mining

/// Reads periods from two columns: one with years, one with their quarters, months or halves.
struct YearReader {
    private let year, part: FileColumn
    /// What is in the column of parts: `Q`, `H` or, for months, nothing.
    private let letter: String
    /// Whether the years are fiscal.
    private let isFiscal: Bool

    init(year: FileColumn, part: FileColumn, options: ImportOptions) {
        self.year = year
        self.part = part
        let names = [year, part].map { normalizedName(options.periodName(of: $0)) }
        switch PeriodColumnName.length(of: names[1])?.months {
        case 1: letter = ""
        case 6: letter = "H"
        default: letter = "Q"
        }
        let isFiscalName = names.contains { $0 == "fy" || $0.hasPrefix("fiscal") }
        isFiscal = options.periodLength?.isFiscal ?? isFiscalName
    }

    /// The period of a row; nil if it is bad, which is reported.
    func read(_ row: inout Row) -> WrittenPeriod? {
        guard let yearText = row.requiredText(year), let partText = row.requiredText(part) else {
            return nil
        }
        guard let period = period(yearText, partText) else {
            row.report(part, .notYearPart(partText, year: yearText, letter: letter))
            return nil
        }
        return .text(period)
    }

    private func period(_ yearText: String, _ cell: String) -> PeriodText? {
        guard let (number, isFiscalYear) = Self.year(yearText) else { return nil }
        let partText = Self.withoutZero(cell)
        let isFiscal = isFiscal || isFiscalYear
        let text: String
        if Int(partText) == nil {
            text = partText
        } else if letter.isEmpty {
            // The number of a month in a fiscal year could be counted from its start.
            guard !isFiscal, let month = Int(partText), partText.utf8.count <= 2 else { return nil }
            return Period(year: number, month: month).map { .calendar($0) }
        } else {
            text = letter + partText
        }
        // `2025Q4` in the column of quarters must be of the year beside it.
        if let whole = PeriodText(text) { return isPart(whole, of: number, isFiscal) ? whole : nil }
        let year = isFiscal ? "FY\(Self.digits(number))" : Self.digits(number)
        guard let period = PeriodText("\(text) \(year)"), isPart(period, of: number, isFiscal)
        else {
            return nil
        }
        return period
    }

    /// Whether a period has the length of the column and is of the year.
    private func isPart(_ period: PeriodText, of year: Int, _ isFiscal: Bool) -> Bool {
        let months = letter.isEmpty ? 1 : letter == "Q" ? 3 : 6
        switch period {
        case .calendar(let days):
            return !isFiscal && days.wholeMonths == months && days.first.components.year == year
        case .fiscal(let own, let range): return isFiscal && own == year && range.count == months
        case .trailingYear: return false
        }
    }

    /// Reads `2025`, `25`, `FY25` and `2025.0`.
    private static func year(_ text: String) -> (Int, isFiscal: Bool)? {
        let name = text.uppercased()
        let isFiscal = name.hasPrefix("FY")
        let digits = withoutZero(trimmed(isFiscal ? name.dropFirst(2) : name[...]))
        guard let number = wholeNumber(digits, in: 0...9999) else { return nil }
        switch digits.utf8.count {
        case 4: return (number, isFiscal)
        case 2: return (2000 + number, isFiscal)
        default: return nil
        }
    }

    /// Some programs write whole numbers as `4.0`.
    private static func withoutZero(_ text: String) -> String {
        text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func digits(_ year: Int) -> String {
        let text = String(year)
        return String(repeating: "0", count: max(4 - text.utf8.count, 0)) + text
    }
}
