import Mining

/// What the texts above a table add to columns and rows whose names are only a year or a date:
/// `Three Months Ended September 30,` above `2025` and `2024`.
enum TitlePeriod {
    /// They say nothing.
    case none
    case heading(PeriodHeading, text: String)
    /// A text that a year completes to a period: `As of September 30,`, `Fiscal year`.
    case part(String)
    /// The years may be quarters or other parts of years, as this text says.
    case unclear(text: String)

    /// What the titles in the options say. The texts above the first table of a file may not hold for
    /// the others.
    init(_ options: ImportOptions) {
        self = Self.found(in: options.titles)
        if case .none = self {
            switch Self.found(in: options.fileTitles) {
            case .none: break
            case .heading(_, let text), .part(let text), .unclear(let text):
                self = .unclear(text: text)
            }
        }
        guard let length = options.periodLength, length.months == 12 else { return }
        switch self {
        case .heading(let heading, _) where heading.months == 12: break
        case .none, .heading, .part, .unclear: self = .none
        }
    }

    /// The full period of a year, a day or a month below the titles, as a text for `PeriodText`;
    /// nil if the name is already the full period.
    ///
    /// - Throws: `ImportProblem.Reason` if a year may stand for only a part of it.
    func text(below name: String) throws(ImportProblem.Reason) -> String? {
        let isYear = PeriodText.isYear(name)
        switch self {
        case .none: return nil
        case .heading(let heading, let title):
            if let period = heading.period(above: name) { return period }
            if isYear { throw .yearBelowTitle(name, title: title) }
            return nil
        case .part(let part): return isYear ? "\(part) \(name)" : nil
        case .unclear(let title):
            if isYear { throw .yearBelowTitle(name, title: title) }
            return nil
        }
    }

    /// The same for a cell, whose column may have periods of any length: a text that is unclear stands for
    /// itself.
    func period(below cell: String) -> String {
        guard PeriodText.isYear(cell) else { return cell }
        return (try? text(below: cell)) ?? cell
    }

    private static func found(in titles: [String]) -> TitlePeriod {
        var found: (heading: PeriodHeading, text: String)?
        for title in titles {
            do {
                guard let heading = try PeriodHeading(in: title) else { continue }
                if let found, found.heading != heading { return .unclear(text: title) }
                found = (heading, title)
            } catch {
                return .unclear(text: title)
            }
        }
        if let found { return .heading(found.heading, text: found.text) }
        if let part = titles.lazy.compactMap(part).first { return .part(part) }
        let words = titles.map { title in
            title.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        }
        if let index = words.firstIndex(where: { $0.contains(where: isPartOfYear) }) {
            return .unclear(text: titles[index])
        }
        return words.contains { $0.contains("fiscal") } ? .part("Fiscal year") : .none
    }

    /// The title, or its end from `as of` on, if a year completes it to a period; else nil.
    private static func part(_ title: String) -> String? {
        let day = title.lowercased().ranges(of: "as of ").last.map { range in
            String(title.lowercased()[range.lowerBound...])
        }
        return [title, day].compactMap(\.self).first { text in
            // A year does not tell in which of its months the last twelve months end.
            let isTrailing = ["ltm", "ttm"].contains(text.lowercased())
            return !isTrailing && text.utf8.count <= 60 && StackedHeader.isAboveYears(text)
        }
    }

    /// Whether a word in lower case means less than a year, or twelve months that may be no year.
    private static func isPartOfYear(_ word: String) -> Bool {
        if partsOfYears.contains(word) { return true }
        // `Q3`, `3Q25`, `9M`
        guard word.first?.isNumber == true || "qh".contains(word.first ?? " ") else { return false }
        return [PeriodText(word), PeriodText("\(word) 2024")].contains { period in
            if case .calendar(let days)? = period { days.wholeMonths != 12 } else { false }
        }
    }

    private static let partsOfYears: Set<String> = [
        "half", "ltm", "monthly", "months", "quarter", "quarterly", "quarters", "semiannual", "ttm",
        "ytd",
    ]
}
