import Mining

/// The columns that every table of compared figures has. `digits` is how many digits after the
/// point the user asked for; nil for as many as the interval supports.
extension ReportColumn<ComparedFigure> {
    static var code: Self {
        Self("figure", "Code", .text, audience: .programs) { .text($0.definition.code) }
    }

    static var title: Self { Self("title", "Figure", .text) { .text($0.definition.title) } }

    static func value(digits: Int?) -> Self {
        Self("value", "Value", .number) { .number($0.now, as: $0.definition, digits: digits) }
    }

    static var unit: Self {
        Self("unit", "Unit", .text) { .worded($0.unit.code, shown: $0.unit.shown) }
    }

    static var low: Self {
        Self("low", "Low", .number, audience: .programs) { .bound($0.estimate?.low) }
    }

    static var high: Self {
        Self("high", "High", .number, audience: .programs) { .bound($0.estimate?.high) }
    }

    /// The base of the change.
    static var since: Self {
        Self("since", "Since", .text) { .text(orMissing: $0.since?.description) }
    }

    static func previous(digits: Int?, audience: Column.Audience = .everyone) -> Self {
        Self("previous", "Previous", .number, audience: audience) {
            .number(
                $0.previous, in: $0.unit, digits: digits, marks: $0.before?.marks)
        }
    }

    /// In the unit of the figure; people see the change of a percentage in basis points.
    static func change(digits: Int?, audience: Column.Audience = .everyone) -> Self {
        Self("change", "Change", .number, audience: audience) { line in
            line.shownChange(digits: digits, upTo: line.greatest).map(Cell.number) ?? .missing
        }
    }

    static func percentChange(digits: Int?, audience: Column.Audience = .everyone) -> Self {
        Self("change_percent", "Change", .number, unit: "%", audience: audience) {
            .number(
                $0.percentChange, in: FigureUnit(.percent), digits: digits, isSigned: true,
                marks: $0.changeMarks)
        }
    }

    /// For programs: how many members the change is over; missing for a figure that counts none.
    static var changeMembers: Self {
        Self("change_members", "Members", .number, audience: .programs) {
            .count($0.ends?.members)
        }
    }

    /// For programs: whether the change is only over members with a figure at both ends; missing
    /// for a figure that counts no members.
    static var likeForLike: Self {
        Self("like_for_like", "Like for like", .boolean, audience: .programs) { line in
            line.ends.flatMap { $0.members == nil ? nil : .flag($0.areLikeForLike) } ?? .missing
        }
    }

    /// For programs: how many members are published, carried, estimated and missing at both ends;
    /// missing for a figure that is no sum over members.
    static var coverage: [Self] {
        counts("") { $0.now.coverage } + counts("previous_") { $0.before?.coverage }
    }

    private static func counts(
        _ prefix: String, _ coverage: @escaping (ComparedFigure) -> Coverage?
    ) -> [Self] {
        let kinds: [(name: String, tickers: (Coverage) -> [String])] = [
            ("reported", \.reported), ("carried", \.carried), ("estimated", \.estimated),
            ("missing", \.missing),
        ]
        return kinds.map { kind in
            Self(
                "\(prefix)\(kind.name)", "\(prefix)\(kind.name)", .number, audience: .programs
            ) { .count(coverage($0).map { kind.tickers($0).count }) }
        }
    }
}
