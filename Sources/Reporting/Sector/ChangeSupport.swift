import Mining

/// How much of the members' changes rests on figures that another source contradicts, and how much
/// on estimates.
struct ChangeSupport {
    private let contradicted: [MemberChange]
    /// In no conflict.
    private let estimated: [MemberChange]

    /// Members without a figure at both ends, or without a change, are left out.
    init(_ changes: [MemberChange]) {
        let moved = changes.filter { ($0.change?.sign ?? 0) != 0 }
        contradicted = moved.filter { $0.changeMarks.contains(.conflict) }
        estimated = moved.filter {
            $0.changeMarks.contains(.estimated) && !$0.changeMarks.contains(.conflict)
        }
    }

    /// `of which -4.7 rests on contradicted figures (MARA) and +0.2 and -1.0 on estimates`; nil if
    /// nothing does. Rises and falls stand apart, because their sum could be close to 0.
    var words: String? {
        let tickers = contradicted.map(\.company.ticker).sorted().joined(separator: ", ")
        var parts: [String] = []
        for (changes, what) in [
            (contradicted, "on contradicted figures (\(tickers))"), (estimated, "on estimates"),
        ] {
            let sums = Self.sums(changes)
            if sums.isEmpty { continue }
            let verb = parts.isEmpty ? sums.count == 1 ? "rests " : "rest " : ""
            parts.append("\(sums.joined(separator: " and ")) \(verb)\(what)")
        }
        return parts.isEmpty ? nil : "of which \(parts.joined(separator: ", and "))"
    }

    /// The sum of the rises and that of the falls, those that there are.
    private static func sums(_ changes: [MemberChange]) -> [String] {
        let known = changes.compactMap(\.change)
        return [known.filter { ($0.sign ?? 0) > 0 }, known.filter { ($0.sign ?? 0) < 0 }].compactMap
        { changes in
            changes.isEmpty
                ? nil : Estimate(.sum(changes)).map { Number($0, isSigned: true).text }
        }
    }
}
