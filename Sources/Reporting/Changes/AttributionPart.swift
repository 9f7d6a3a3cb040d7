import Mining

/// How much one cause changed a figure: a row of the table `attribution`.
struct AttributionPart {
    let figure: Figure
    let code: String
    let title: String
    /// For `--explain`, without a full stop.
    let meaning: String
    let change: Expression
    /// The whole change of the figure; nil if this part is no change, since the figures are known
    /// at one end only.
    let whole: Expression?
    let since: Period
    /// The companies whose figures changed for this cause; empty for the hashprice.
    let tickers: [String]
    var marks: [Number.Mark] = []
    /// The marks of the whole change, which its share rests on, too.
    var wholeMarks: [Number.Mark] = []
    /// The conflicts of the figures of both ends; it may rest on some of them.
    var conflicts: [InputConflict] = []

    /// A part for each cause that a company has, in the order of `Attribution.Cause`. `isComplete`
    /// says that every member has a figure at both ends; `conflicts` are those of both ends.
    static func parts(
        of figure: Figure, _ attribution: Attribution, since: Period, isComplete: Bool,
        _ conflicts: [InputConflict]
    ) -> [AttributionPart] {
        Attribution.Cause.allCases.compactMap { cause in
            attribution.total(of: cause).map { total in
                AttributionPart(
                    figure: figure, code: cause.rawValue, title: cause.title,
                    meaning: cause.meaning, change: total.change,
                    whole: cause.isOfKnowledge ? nil : attribution.change, since: since,
                    tickers: total.tickers,
                    marks: attribution.marks(of: cause)
                        + cause.marks(isComplete: isComplete),
                    wholeMarks: cause.isOfKnowledge ? [] : attribution.marksOfChange,
                    conflicts: conflicts)
            }
        }
    }

    private var definition: FigureDefinition {
        FigureDefinition(
            "\(figure.code).\(code)", "\(figure.title): \(title.lowercased())",
            figure.definition.unit, formula: "a part of the change of \(figure.code)",
            meaning: meaning, isSigned: true)
    }

    func explainedFigure(_ subject: String, until on: Period) -> ExplainedFigure {
        ExplainedFigure(
            definition: definition, subject: figure.isOfNetwork ? Subject.network.code : subject,
            period: "\(since) to \(on)",
            figure: ComputedFigure(change: change, marks: marks, conflicts: conflicts))
    }

    /// `digits` is how many digits after the point the user asked for.
    static func table(_ parts: [AttributionPart], title: String, digits: Int?) -> Table {
        Table(
            name: "attribution", title: title,
            columns: [
                .init("figure", "Figure", .text) { .text($0.figure.code) },
                .init("part", "Part", .text, audience: .programs) { .text($0.code) },
                .init("title", "Cause", .text) { .text($0.title) },
                .init("since", "Since", .text) { .text("\($0.since)") },
                .init("change", "Change", .number) {
                    .number(
                        $0.change, in: $0.definition.unit, digits: digits, isSigned: true,
                        marks: $0.marks)
                },
                .init("unit", "Unit", .text) {
                    .worded($0.definition.unit.code, shown: $0.definition.unit.shown)
                },
                .init("share_of_change", "Share of change", .number, unit: "%") {
                    .number(
                        Estimate(part: Estimate($0.change), of: Estimate($0.whole)),
                        in: FigureUnit(.percent), digits: digits ?? 0,
                        marks: $0.marks + $0.wholeMarks)
                },
                .init("companies", "Companies", .text, isReadWhole: true) {
                    .text(orMissing: $0.tickers.joined(separator: ", "))
                },
            ], lines: parts)
    }
}

extension Attribution {
    /// The marks that say whether a figure with this cause is estimated or in conflict.
    fileprivate func marks(of cause: Cause) -> [Number.Mark] {
        marks(of: members(with: cause))
    }

    /// The marks that say whether a figure that the whole change rests on is estimated or in
    /// conflict.
    fileprivate var marksOfChange: [Number.Mark] {
        marks(of: Cause.allCases.filter { !$0.isOfKnowledge }.flatMap(members))
    }

    private func marks(of members: [MemberChange]) -> [Number.Mark] {
        let found = members.flatMap(\.changeMarks)
        return [.estimated, .conflict].filter(found.contains)
    }
}

extension Attribution.Cause {
    fileprivate func marks(isComplete: Bool) -> [Number.Mark] {
        switch self {
        case .newlyKnown, .noLongerKnown: [.incomplete]
        case .organic, .restated, .estimateReplaced, .estimated, .conflicting:
            isComplete ? [] : [.likeForLike]
        case .joined, .left: []
        }
    }
}
