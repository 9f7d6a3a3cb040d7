import Mining

/// Figures of one subject, such as the network or a group: a row for each, beside what it was.
struct FigureTable {
    /// A figure at the moment asked for, and at the one its change is taken from.
    struct Line {
        let definition: FigureDefinition
        let now: Computed
        /// `nil` for a figure that is not compared.
        let before: Computed?
        /// Whether both must have been come by in the same way for there to be a change.
        let needsSameBasis: Bool
        /// What a figure that adds up over time was added up over, now and before.
        let spans: (now: Period, before: Period)?

        init(
            _ definition: FigureDefinition, _ now: Computed, before: Computed? = nil,
            needsSameBasis: Bool = false, over spans: (now: Period, before: Period)? = nil
        ) {
            self.definition = definition
            self.now = now
            self.before = before
            self.needsSameBasis = needsSameBasis
            self.spans = spans
        }

        /// Open where the two are unlike.
        fileprivate var change: FigureChange {
            FigureChange(from: unlike == nil ? before?.expression : nil, to: now.expression)
        }

        /// Why the two cannot be compared, as the end of a sentence; `nil` where they can.
        fileprivate var unlike: String? {
            guard let before, now.expression != nil, before.expression != nil else { return nil }
            if let (now, before) = spans, !now.isAsLong(as: before) {
                return "the two are over \(now.days) and \(before.days) days"
            }
            if let one = now.coverage, let other = before.coverage, one.tickers != other.tickers {
                return "the two sums are of different members"
            }
            guard needsSameBasis, let one = now.basis, let other = before.basis, one != other
            else { return nil }
            return "now \(one), and before \(other)"
        }
    }

    /// The code of the subject.
    let subject: String
    let lines: [Line]

    /// The table; `digits` is what people asked for.
    func table(_ title: String, name: String, digits: Int?) -> Table {
        Table(
            name: name, title: title,
            columns: Self.columns(areCompared: lines.contains { $0.before != nil }),
            rows: lines.map { row($0, digits: digits) })
    }

    static func empty(_ title: String, name: String) -> Table {
        Table(name: name, title: title, columns: columns(areCompared: false), rows: [])
    }

    /// How each figure was come by.
    func workings(of period: Period) -> [Working] {
        lines.map {
            Working(
                definition: $0.definition, subject: subject, period: "\(period)", computed: $0.now)
        }
    }

    /// Why a figure cannot be told, which sums lack members, how what has several ways was come
    /// by and why there is no change: whose figures they are, the companies' table tells.
    var notes: [String] {
        let unsupported = lines.filter { line in
            line.now.expression == nil && line.now.coverage.map { $0.known > 0 } ?? false
        }.map(\.definition.title)
        let summary =
            unsupported.isEmpty
            ? []
            : [
                "Less than half of the members have \(unsupported.joined(separator: ", ")): "
                    + "no sum is given."
            ]
        return summary + openNotes + lines.flatMap(notes)
    }

    /// Why figures cannot be told, those with the same reason together. Of a sum over members the
    /// companies' table says enough.
    private var openNotes: [String] {
        let open = lines.filter { $0.now.expression == nil && $0.now.coverage == nil }
        var reasons: [String] = []
        for line in open {
            let reason = line.now.reason ?? "an input is missing"
            if !reasons.contains(reason) { reasons.append(reason) }
        }
        return reasons.map { reason in
            let titles = open.filter { ($0.now.reason ?? "an input is missing") == reason }
                .map(\.definition.title)
            return "\(titles.joined(separator: ", ")) cannot be told: \(reason)."
        }
    }

    private func notes(on line: Line) -> [String] {
        guard line.now.expression != nil else { return [] }
        let title = line.definition.title
        var notes: [String] = []
        if let coverage = line.now.coverage, !coverage.missing.isEmpty {
            notes.append(
                "\(title) is the sum of \(coverage.known) of \(coverage.all) members.")
        }
        if let unlike = line.unlike {
            notes.append("\(title): no change, since \(unlike).")
        } else if let basis = line.now.basis {
            notes.append("\(title): \(basis).")
        }
        return notes
    }

    /// People see changes only where there are any.
    private static func columns(areCompared: Bool) -> [Column] {
        let audience = areCompared ? Column.Audience.everyone : .programs
        return [
            Column("figure", "Code", .text, audience: .programs),
            Column("title", "Figure", .text), Column("value", "Value", .number),
            Column("unit", "Unit", .text),
            Column("low", "Low", .number, audience: .programs),
            Column("high", "High", .number, audience: .programs),
            Column("previous", "Previous", .number, audience: audience),
            Column("change", "Change", .number, audience: audience),
            Column("change_percent", "Change", .number, unit: "%", audience: audience),
        ]
    }

    private func row(_ line: Line, digits: Int?) -> [Cell] {
        let definition = line.definition
        let estimate = Estimate(line.now.expression)
        let change = line.change
        let power = definition.unit.power
        return [
            .text(definition.code), .text(definition.title),
            .number(line.now, as: definition, digits: digits),
            .worded(definition.unit.code, shown: definition.unit.shown),
            .bound(estimate?.low), .bound(estimate?.high),
            .number(line.before?.expression, digits: digits, power: power),
            definition.unit.isPercentage
                ? change.absolute.map { .number(Number(points: $0)) } ?? .missing
                : .number(change.absolute, digits: digits, power: power, isSigned: true),
            definition.unit.isPercentage
                ? .missing : .number(change.percent, digits: digits, isSigned: true),
        ]
    }
}

extension Period {
    /// Whether what adds up over time can be compared: months are as long as months.
    fileprivate func isAsLong(as other: Period) -> Bool {
        days == other.days || wholeMonths != nil && wholeMonths == other.wholeMonths
    }
}
