import Mining

/// What was printed again with another value: the first and the last word on each figure, and who
/// restates how often and which way.
///
/// Tables: `restatements` (a row for each subject, metric and period), `companies` (a row for
/// each company that restated anything, most often first).
struct RestatementsReport<Source: Book> {
    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            return question.nothing("restatements", [table([]), companies([])])
        }
        var found: [Restatement] = []
        try VintageReader(setting: setting).forEachContested { vintages in
            if let first = vintages.all.firstPublished, let latest = vintages.latest,
                first.value.base != latest.value.base
            {
                found.append(Restatement(vintages: vintages, first: first, latest: latest))
            }
        }
        return Account(
            document: Document(
                report: "restatements", parameters: setting.parameters,
                tables: [table(found), companies(found)],
                notes: found.isEmpty
                    ? ["No figure of \(question.scope.name) has vintages of different values."]
                    : []))
    }

    private struct Restatement {
        let vintages: Vintages
        let first: Observation
        /// The one that counts.
        let latest: Observation

        var change: Int64 { latest.value.base - first.value.base }
    }

    private static func table(_ restatements: [Restatement]) -> Table {
        Table(
            name: "restatements", title: "Restatements",
            columns: [
                Column("ticker", "Ticker", .text), Column("metric", "Metric", .text),
                Column("period", "Period", .text), Column("first", "First", .number),
                Column("latest", "Latest", .number), Column("unit", "Unit", .text),
                Column("change", "Change", .number),
                Column("change_percent", "Change", .number, unit: "%"),
                Column("vintages", "Vintages", .number, audience: .programs),
                Column("first_published_on", "First public", .date),
                Column("first_status", "Status", .text, audience: .programs),
                Column("first_source", "Source", .text, audience: .programs),
                Column("latest_published_on", "Latest public", .date),
                Column("latest_status", "Status", .text),
                Column("latest_source", "Source", .text, audience: .programs),
            ],
            rows: restatements.map { restatement in
                let (first, latest) = (restatement.first, restatement.latest)
                let change = FigureChange(
                    from: .alone(first, id: 0), to: .alone(latest, id: 1))
                return [
                    .text(restatement.vintages.subject), .text(latest.metric.code),
                    .text("\(latest.period)"), .number(.alone(first, id: 0)),
                    .number(.alone(latest, id: 1)), .text(latest.metric.unit.code),
                    .number(change.absolute, isSigned: true),
                    .number(change.percent, isSigned: true), .count(restatement.vintages.all.count),
                    .date(orMissing: first.publishedOn), .text(first.status.name),
                    .text(orMissing: first.source), .date(orMissing: latest.publishedOn),
                    .text(latest.status.name), .text(orMissing: latest.source),
                ]
            })
    }

    private static func companies(_ restatements: [Restatement]) -> Table {
        let byCompany = Dictionary(grouping: restatements, by: \.vintages.subject)
        let rows = byCompany.sorted { left, right in
            left.value.count != right.value.count
                ? left.value.count > right.value.count : left.key < right.key
        }
        return Table(
            name: "companies", title: "Who restates",
            columns: [
                Column("ticker", "Ticker", .text), Column("name", "Name", .text),
                Column("restatements", "Restatements", .number),
                Column("up", "Up", .number), Column("down", "Down", .number),
            ],
            rows: rows.map { ticker, restatements in
                [
                    .text(ticker), .text(restatements[0].vintages.name),
                    .count(restatements.count), .count(restatements.count { $0.change > 0 }),
                    .count(restatements.count { $0.change < 0 }),
                ]
            })
    }
}

extension Expression {
    /// An observation by itself, in its metric's unit; `id` tells it from others of a formula.
    static func alone(_ observation: Observation, id: Int) -> Expression {
        .observed(Input(id: id, observation: observation, unit: observation.metric.unit))
    }
}
