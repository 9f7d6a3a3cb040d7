import Mining

/// What the members mined, sold and held over a period, and how productive their machines were.
///
/// Tables: `companies` (one row per member, by bitcoin mined), `group` (their sums). Charts:
/// `btc_mined` month by month, `btc_held` at month-ends. A single day means its month to
/// date.
enum ProductionReport {
    static func result<Source: Book>(for query: ReportQuery, from book: Source)
        throws(Source.Failure) -> ReportResult
    {
        guard let context = try ReportContext(query, in: book, flows: .whole(.btcMined)) else {
            let empty = CompanyFigures(CompanyProduction.columns)
            return query.emptyResult("production", [empty.table("Production", digits: nil)])
        }
        let (members, period, digits) = (context.members, context.period, query.digits)
        let reward = try context.reader.networkReward(over: period).figure
        let network = try context.reader.networkHashrate(over: period)
        let rows = try members.map { (company) throws(Source.Failure) in
            (company: company, row: try CompanyProduction(of: company, context, reward, network))
        }
        let figures = try CompanyFigures(CompanyProduction.columns, of: rows).ranked(
            by: Metric.btcMined.code
        ).withConflicts(context.reader)
        let group = FigureTable(
            subject: query.scope.name,
            lines: [
                try context.sum(.btcMined, figures), try context.sum(.btcSold, figures),
                try context.sum(.btcHeld, figures),
            ], countsMembers: true)
        let charts = [
            try context.monthlyChart(.btcMined, "Bitcoin mined", of: figures.companies),
            try context.monthEndChart(
                .btcHeld, as: Metric.btcHeld.code, "Bitcoin held, carried forward",
                of: figures.companies),
        ].compactMap(\.self)
        return ReportResult(
            document: Document(
                report: "production", parameters: context.parameters,
                tables: [
                    figures.table("Production over \(period)", digits: digits),
                    group.table("Group totals", name: "group", digits: digits),
                ],
                charts: charts,
                notes: context.memberNotes
                    + [try context.otherPeriodNote(.btcMined)].compactMap(\.self)
                    + figures.notes() + [CompanyProduction.hashrateNote(rows)].compactMap(\.self)
                    + group.notes + ["Network reward: \(reward.basis ?? "")."]
                    + (figures.conflicts + group.lines.flatMap(\.conflicts)).sentences),
            explainedFigures: figures.explainedFigures(of: period)
                + group.explainedFigures(of: period))
    }
}
