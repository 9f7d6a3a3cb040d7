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

    /// `of which -4.7 rests on contradicted figures (MARA) and -0.8 on estimates`; nil if nothing
    /// does.
    var words: String? {
        let tickers = contradicted.map(\.company.ticker).sorted().joined(separator: ", ")
        let parts = [
            Self.sum(contradicted).map { "\($0) rests on contradicted figures (\(tickers))" },
            Self.sum(estimated).map {
                "\($0) \(contradicted.isEmpty ? "rests " : "")on estimates"
            },
        ].compactMap(\.self)
        return parts.isEmpty ? nil : "of which \(parts.joined(separator: " and "))"
    }

    private static func sum(_ changes: [MemberChange]) -> String? {
        if changes.isEmpty { return nil }
        return Estimate(.sum(changes.compactMap(\.change))).map { Number($0, isSigned: true).text }
    }
}
