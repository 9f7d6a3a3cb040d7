import Mining

/// One metric of every member, period by period.
///
/// Tables: `companies` (a row per company, a column per period; instants at the end of each period),
/// `totals` (the sums of the members, for a metric that adds up).
/// Every company that was a member at the end of some period has a row, with its figures of all
/// periods.
struct MatrixReport<Source: Book> {
    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        let metric = query.metric ?? .deployedHashrate
        guard let context = try ReportContext(query, in: book) else {
            let empty = PeriodTable(title: metric.name, periods: [])
            return query.emptyResult("matrix", [empty.table])
        }
        let series = context.series
        var table = PeriodTable(title: metric.name, periods: series.periods)
        let definition = FigureDefinition.ofCompany(metric)
        for company in context.members(in: series) {
            var figures: [ComputedFigure] = []
            for period in series.periods {
                var figure = try context.figure(metric, of: company, in: period)
                if try context.reader.isRestated(figure) { figure = figure.marked(.restated) }
                figures.append(figure)
            }
            table.append(company.ticker, company.name, definition, figures)
        }
        let totals = try MatrixTotals(of: metric, over: series.periods, context)
        let noMembers =
            "\(query.scope.name) has no members at the end of any of these periods."
        return ReportResult(
            document: Document(
                report: "matrix",
                parameters: context.parameters + [Parameter("metric", metric.code)],
                tables: [table.table] + [totals?.table].compactMap(\.self),
                charts: [table.chart("matrix", definition)],
                notes: [series.note, table.hasRows ? nil : noMembers].compactMap(\.self)
                    + (totals?.notes ?? []) + table.conflicts.sentences),
            explainedFigures: table.explainedFigures)
    }
}

extension ReportContext {
    /// Every company that is a member at the end of one of the periods, by ticker.
    func members(in series: PeriodSeries) -> [Company] {
        var found: [String: Company] = [:]
        for period in series.periods {
            for member in scopeMembers.members(on: period.last) { found[member.ticker] = member }
        }
        for member in members { found[member.ticker] = member }
        return found.values.sorted { $0.ticker < $1.ticker }
    }
}
