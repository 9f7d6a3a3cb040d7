import Mining

/// A header whose columns are periods in parts, one below the other.
///
/// ```
/// ,"Three Months Ended September 30,",,"Nine Months Ended September 30,",
/// ,2025,2024,2025,2024
/// ```
///
/// A part also holds for the empty cells to its right, as in cells that are merged.
extension StackedHeader {
    /// A cell above the last line.
    private struct Cell {
        var text: String
        var isPart: Bool
    }

    /// `records` has the texts of the first records. Returns nil if they are no such header.
    init?(periods records: [[String]]) {
        for count in [3, 2] where records.count >= count {
            if let header = Self(records.prefix(count)) {
                self = header
                return
            }
        }
        return nil
    }

    /// Whether a text is a part of a period: `2025`, `Q1`, `Three Months Ended September 30,`, `Fiscal
    /// Year`, or the mark of one, such as `Actual`. A whole period is none, except for a year.
    static func isPeriodPart(_ text: String) -> Bool {
        guard (1...60).contains(text.utf8.count) else { return false }
        return isYear(text) || isPeriod("\(text) 2024") || isPeriod("\(text) September 30, 2024")
            || !isPeriod(text) && PeriodHeading.isIn(text)
    }

    /// Whether a text and a year are a period.
    static func isAboveYears(_ text: String) -> Bool { isUnmarkedPeriod("\(text) 2024") }

    private static func isPeriod(_ text: String) -> Bool {
        isUnmarkedPeriod(text) || PeriodMark(text) != nil
    }

    private static func isUnmarkedPeriod(_ text: String) -> Bool {
        PeriodText(text) != nil || DateText(text)?.kind == .clear
    }

    private static func isYear(_ text: String) -> Bool {
        text.contains(where: \.isLetter)
            ? isPeriod("Q1 \(text)")
            : text.utf8.count == 4 && PeriodText(text) != nil
    }

    /// The header if all of these records belong to it.
    private init?(_ records: ArraySlice<[String]>) {
        let width = records.map(\.count).max() ?? 0
        guard let last = records.last.map({ $0 + Array(repeating: "", count: width - $0.count) }),
            Self.mayBeBelowParts(last[0])
        else { return nil }
        let above = records.dropLast().map { Self.filled($0, width: width) }
        guard above.allSatisfy(Self.belongs), above.first?.contains(where: \.isPart) == true else {
            return nil
        }
        var names: [String] = []
        var hasPeriods = false
        for (column, label) in last.enumerated() {
            let cells = above.map { $0[column] }
            let parts = cells.filter(\.isPart).map(\.text)
            guard !parts.isEmpty, !label.isEmpty else {
                let isOpen = PeriodText.isYear(label)
                let name = label.isEmpty ? cells.last { !$0.isPart }?.text ?? "" : label
                names.append(isOpen ? "\(name) without its months" : name)
                continue
            }
            let texts = [parts + [label], [label] + parts].map { $0.joined(separator: " ") }
            let period = texts.first(where: Self.isPeriod)
            names.append(period ?? texts[0])
            // Two years, one below the other, are a header and a figure.
            let mayBePeriod = HeaderPeriods.isPeriod(label) && !parts.contains(where: Self.isYear)
            if period != nil || mayBePeriod { hasPeriods = true }
        }
        guard hasPeriods else { return nil }
        form = .periods(recordCount: records.count)
        self.names = names
        subjects = names.map { _ in nil }
        addedCount = 0
    }

    /// Whether a text can be in the first column of the last line. The name of a metric cannot: the
    /// line would be a row of figures such as 2010.
    private static func mayBeBelowParts(_ text: String) -> Bool {
        text.isEmpty || text.hasPrefix("(") || labels.contains(normalizedName(text))
    }

    private static let labels: Set<String> = [
        "company", "item", "metric", "period", "subject", "ticker", "year",
    ]

    /// The cells of a line, with parts in the empty cells to their right.
    private static func filled(_ texts: [String], width: Int) -> [Cell] {
        var cells: [Cell] = []
        for index in 0..<width {
            let text = index < texts.count ? texts[index] : ""
            if text.isEmpty, let last = cells.last, last.isPart {
                cells.append(last)
            } else {
                cells.append(Cell(text: text, isPart: index > 0 && isPeriodPart(text)))
            }
        }
        return cells
    }

    /// Whether a line above the last one has a part of a period, or a remark such as `(Unaudited)`,
    /// to the right of its first cell.
    private static func belongs(_ cells: [Cell]) -> Bool {
        cells.dropFirst().contains { $0.isPart || $0.text.hasPrefix("(") }
    }
}
