import Mining

/// An observation that a figure rests on, and other last words that contradict it (docs/formulas.md,
/// Restatements and conflicts).
struct InputConflict: Sendable {
    /// Identifies the input in formulas.
    let input: Int
    /// The observation that counts.
    let used: Observation
    /// What contradicts it, greatest value first; never empty.
    let others: [Observation]

    /// nil if no other vintage of `all` contradicts the input. `all` are the vintages of its period,
    /// `subject` is what they are about.
    init?(of input: Expression.Input, among all: [Observation], about subject: Subject.Kind) {
        let observation = input.observation
        // Most vintages agree. Then it does not matter which of them are last words.
        guard all.contains(where: observation.contradicts) else { return nil }
        let vintages = Vintages(all, about: subject)
        let key = ObservationKey(observation)
        guard let used = all.firstIndex(where: { ObservationKey($0) == key }) else { return nil }
        let others = all.indices.filter { vintages.relation(used, $0) == .conflict }
        if others.isEmpty { return nil }
        self.input = input.id
        self.used = observation
        self.others = others.map { all[$0] }.sorted { left, right in
            left.value.base != right.value.base
                ? left.value.base > right.value.base : left.counts(over: right)
        }
    }

    /// `MARA deployed_hashrate of 2025-12-31: 66.4 EH/s (themerkle.com) is used, 61.7 EH/s
    /// (infocrypto.fr) contradicts it`.
    var words: String {
        let contradictions = others.map(Self.shown)
        let verb = others.count == 1 ? "contradicts" : "contradict"
        return "\(used.subject) \(used.metric) of \(used.period): "
            + "\(Self.shown(used)) is used, "
            + "\(contradictions.joined(separator: ", ")) \(verb) it"
    }

    private static func shown(_ observation: Observation) -> String {
        let source = Publisher.name(ofSource: observation.source)
        return "\(observation.value) (\(source.isEmpty ? "unknown source" : source))"
    }
}

extension Reader {
    /// The conflicts of the observations of companies and groups that a formula rests on, in the
    /// order of first use. Those of the network are left out: the sources of its daily series never
    /// agree to the last digit (`report conflicts` lists them).
    func conflicts(in expression: Expression) throws(Source.Failure) -> [InputConflict] {
        var found: [InputConflict] = []
        // Conflicts are few: it is cheaper to find one twice than to look for each input once.
        try expression.forEachInput { (input) throws(Source.Failure) in
            if let conflict = try conflict(of: input),
                !found.contains(where: { $0.input == conflict.input })
            {
                found.append(conflict)
            }
        }
        return found
    }

    /// A known figure of a company, marked if one of its inputs is in conflict.
    func withConflicts(_ member: MemberFigure) throws(Source.Failure) -> MemberFigure {
        if try conflicts(in: member.expression).isEmpty { return member }
        var figure = member.figure
        figure.marks.append(.conflict)
        return MemberFigure(company: member.company, figure: figure)
    }

    /// The figure with the conflicts of its inputs, and marked if there are any.
    func withConflicts(_ figure: ComputedFigure) throws(Source.Failure) -> ComputedFigure {
        guard let expression = figure.expression else { return figure }
        var result = figure
        result.conflicts = try conflicts(in: expression)
        return result.conflicts.isEmpty ? result : result.marked(.conflict)
    }
}

extension ComputedFigure {
    /// A change with its marks; `conflicts` are those of its ends, and it keeps those that it rests on.
    init(change: Expression, marks: [Number.Mark], conflicts: [InputConflict]) {
        self.init(expression: change, marks: marks)
        self.conflicts = conflicts.of(change)
    }
}

extension [InputConflict] {
    /// The conflicts of the inputs of a formula, each once.
    func of(_ expression: Expression) -> [InputConflict] {
        if isEmpty { return [] }
        let used = Set(expression.inputs.map(\.id))
        var seen: Set<Int> = []
        return filter { used.contains($0.input) && seen.insert($0.input).inserted }
    }

    /// A sentence for each conflict, each once.
    var sentences: [String] {
        var seen: Set<Int> = []
        return filter { seen.insert($0.input).inserted }.map { "\($0.words)." }
    }
}
