import Mining

/// Where sources contradict each other: the same subject, metric and period, and values whose
/// rounding intervals do not meet.
///
/// Table: `conflicts` (a row for each pair of sources that contradict each other, the greater
/// value first). Of the vintages of one source only the one that counts is held against others.
struct ConflictsReport<Source: Book> {
    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            return question.nothing("conflicts", [table([])])
        }
        var found: [Conflict] = []
        try VintageReader(setting: setting).forEachContested { vintages in
            let bySource = Dictionary(grouping: vintages.all, by: \.source)
            let words = bySource.values.compactMap { $0.counting(knownOn: nil).first }
                .sorted { left, right in
                    left.value.base != right.value.base
                        ? left.value.base > right.value.base : left.counts(over: right)
                }
            for (index, high) in words.enumerated() {
                for low in words[(index + 1)...] where high.contradicts(low) {
                    found.append(Conflict(subject: vintages.subject, high: high, low: low))
                }
            }
        }
        return Account(
            document: Document(
                report: "conflicts", parameters: setting.parameters, tables: [table(found)],
                notes: found.isEmpty
                    ? ["No two sources contradict each other about \(question.scope.name)."] : []))
    }

    private struct Conflict {
        let subject: String
        let high: Observation
        let low: Observation
    }

    private static func table(_ conflicts: [Conflict]) -> Table {
        Table(
            name: "conflicts", title: "Conflicts",
            columns: [
                Column("ticker", "Ticker", .text), Column("metric", "Metric", .text),
                Column("period", "Period", .text), Column("high", "Higher", .number),
                Column("low", "Lower", .number), Column("unit", "Unit", .text),
                Column("difference", "Difference", .number),
                Column("difference_percent", "Difference", .number, unit: "%"),
                Column("high_status", "Status", .text),
                Column("high_source", "Higher by", .text),
                Column("high_published_on", "Published", .date, audience: .programs),
                Column("low_status", "Status", .text), Column("low_source", "Lower by", .text),
                Column("low_published_on", "Published", .date, audience: .programs),
            ],
            rows: conflicts.map { conflict in
                let (high, low) = (conflict.high, conflict.low)
                let change = FigureChange(from: .alone(low, id: 0), to: .alone(high, id: 1))
                return [
                    .text(conflict.subject), .text(high.metric.code),
                    .text("\(high.period)"), .number(.alone(high, id: 1)),
                    .number(.alone(low, id: 0)), .text(high.metric.unit.code),
                    .number(change.absolute), .number(change.percent),
                    .text(high.status.name), .text(orMissing: high.source),
                    .date(orMissing: high.publishedOn), .text(low.status.name),
                    .text(orMissing: low.source), .date(orMissing: low.publishedOn),
                ]
            })
    }
}

extension Observation {
    /// Whether the rounding intervals of the two values do not meet.
    fileprivate func contradicts(_ other: Observation) -> Bool {
        let unit = metric.unit
        let distance = abs(value.value(in: unit) - other.value.value(in: unit))
        let reach = value.halfUnit(in: unit) + other.value.halfUnit(in: unit)
        return Estimate.withoutNoise(distance) > Estimate.withoutNoise(reach)
    }
}
