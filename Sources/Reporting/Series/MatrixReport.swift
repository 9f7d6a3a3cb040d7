import Mining

/// One metric of every member, period by period.
///
/// Table: `companies` (companies down, periods across; instants at the end of each period). A
/// company that was no member in a period has its figure all the same; whoever was one in any
/// period has a row.
struct MatrixReport<Source: Book> {
    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        let metric = question.metric ?? .deployedHashrate
        guard let setting = try Setting(question, in: book) else {
            let nobody = PeriodTable(title: metric.name, periods: [])
            return question.nothing("matrix", [nobody.table])
        }
        let series = setting.series
        var table = PeriodTable(title: metric.name, periods: series.periods)
        let definition = FigureDefinition(metric)
        for company in setting.members(in: series) {
            var figures: [Computed] = []
            for period in series.periods {
                var figure = try setting.figure(metric, of: company.ticker, in: period)
                if try setting.reader.isRestated(figure) { figure = figure.marked(.restated) }
                figures.append(figure)
            }
            table.append(company.ticker, company.name, definition, figures)
        }
        let nobody =
            "\(question.scope.name) has no members at the end of any of these periods."
        return Account(
            document: Document(
                report: "matrix",
                parameters: setting.parameters + [Parameter("metric", metric.code)],
                tables: [table.table], charts: [table.chart("matrix", definition)],
                notes: [series.note, table.hasRows ? nil : nobody].compactMap(\.self)),
            workings: table.workings)
    }
}

extension Setting {
    /// Whoever is a member at the end of one of the periods, by ticker.
    func members(in series: PeriodSeries) -> [Company] {
        var found: [String: Company] = [:]
        for period in series.periods {
            for member in roll.members(on: period.last) { found[member.ticker] = member }
        }
        for member in members { found[member.ticker] = member }
        return found.values.sorted { $0.ticker < $1.ticker }
    }
}

extension Reader {
    /// Whether an observation that a figure rests on was printed with several values.
    func isRestated(_ figure: Computed) throws(Source.Failure) -> Bool {
        for input in figure.expression?.inputs ?? [] {
            let observation = input.observation
            let vintages = try book.vintages(
                observation.metric, of: observation.subject, within: observation.period)
            let values = vintages.filter {
                $0.period == observation.period && $0.isKnown(on: knownOn)
            }.map(\.value.base)
            if Set(values).count > 1 { return true }
        }
        return false
    }
}
