import Mining

/// Figures of one subject, such as the network or a group: a row for each, beside what it was.
struct FigureTable {
    /// A figure at the moment asked for, and at the one its change is taken from.
    struct Line {
        let definition: FigureDefinition
        let now: Computed
        /// `nil` for a figure that is not compared.
        let before: Computed?

        init(_ definition: FigureDefinition, _ now: Computed, before: Computed? = nil) {
            self.definition = definition
            self.now = now
            self.before = before
        }
    }

    /// The code of the subject.
    let subject: String
    let lines: [Line]

    /// The table; `digits` is what people asked for.
    func table(_ title: String, name: String, digits: Int?) -> Table {
        Table(
            name: name, title: title, columns: Self.columns,
            rows: lines.map { row($0, digits: digits) })
    }

    /// How each figure was come by.
    func workings(of period: Period) -> [Working] {
        lines.map {
            Working(
                definition: $0.definition, subject: subject, period: "\(period)", computed: $0.now)
        }
    }

    /// Why a figure cannot be told, what a sum lacks and how what has several ways was come by: a
    /// sentence for each.
    var notes: [String] {
        lines.flatMap { line -> [String] in
            let title = line.definition.title
            if line.now.expression == nil {
                return ["\(title) cannot be told: \(line.now.reason ?? "an input is missing")."]
            }
            let coverage = line.now.coverage.flatMap { coverage in
                coverage.missing.isEmpty
                    ? nil
                    : "\(title) is the sum of \(coverage.known) of \(coverage.all) members; missing: "
                        + "\(coverage.missing.joined(separator: ", "))."
            }
            return [coverage, line.now.basis.map { "\(title): \($0)." }].compactMap(\.self)
        }
    }

    private static let columns = [
        Column("figure", "Code", .text, audience: .programs), Column("title", "Figure", .text),
        Column("value", "Value", .number), Column("unit", "Unit", .text),
        Column("low", "Low", .number, audience: .programs),
        Column("high", "High", .number, audience: .programs),
        Column("previous", "Previous", .number), Column("change", "Change", .number),
        Column("change_percent", "Change", .number, unit: "%"),
    ]

    private func row(_ line: Line, digits: Int?) -> [Cell] {
        let definition = line.definition
        let estimate = Estimate(line.now.expression)
        let change = FigureChange(from: line.before?.expression, to: line.now.expression)
        let power = definition.unit.power
        return [
            .text(definition.code), .text(definition.title),
            .number(line.now, as: definition, digits: digits),
            .worded(definition.unit.code, shown: definition.unit.shown),
            .bound(estimate?.low), .bound(estimate?.high),
            .number(line.before?.expression, digits: digits, power: power),
            .number(change.absolute, digits: digits, power: power, isSigned: true),
            definition.unit.isPercentage
                ? .missing : .number(change.percent, digits: digits, isSigned: true),
        ]
    }
}

/// How much a figure changed; open where an end is.
struct FigureChange {
    let absolute: Estimate?
    /// Relative to what it was; open where that was zero or less.
    let percent: Estimate?

    init(from before: Expression?, to after: Expression?) {
        guard let before, let after else {
            absolute = nil
            percent = nil
            return
        }
        let (first, last) = (Estimate(before), Estimate(after))
        let difference = Expression.difference(after, before)
        absolute = Estimate(change: difference, from: first, to: last)
        percent =
            (first?.value ?? 0) > 0
            ? Estimate(
                change: Formulas.percentage(difference, of: before), from: first, to: last) : nil
    }
}

extension Cell {
    /// A number that programs alone see.
    static func bound(_ value: Double?) -> Cell {
        value.map { .number(Number($0, places: 6)) } ?? .missing
    }
}
