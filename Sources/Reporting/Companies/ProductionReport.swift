import Mining

/// What the members mined, sold and kept over a period, and how well their machines ran.
///
/// Tables: `companies` (one row per member, by bitcoin mined), `group` (their sums). Charts:
/// `btc_mined` month by month, `btc_held` at month-ends. The period is what is reported on, a
/// single day its month to date.
enum ProductionReport {
    static func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            let nobody = CompanyFigures(CompanyProduction.columns)
            return question.nothing("production", [nobody.table("Production", digits: nil)])
        }
        let (members, period, digits) = (setting.members, setting.period, question.digits)
        let reward = try setting.reader.networkReward(over: period)
        let network = try setting.reader.networkHashrate(over: period)
        let figures = CompanyFigures(
            CompanyProduction.columns,
            of: try members.map { (company) throws(Source.Failure) in
                (company, try CompanyProduction(of: company, setting, reward, network))
            }
        ).ranked(by: Metric.btcMined.code)
        let group = FigureTable(
            subject: question.scope.name,
            lines: [
                try setting.sum(.btcMined, figures), try setting.sum(.btcSold, figures),
                try setting.sum(.btcHeld, figures),
            ])
        let charts = [
            try setting.monthlyChart(.btcMined, "Bitcoin mined", of: figures.companies),
            try setting.monthEndChart(
                .btcHeld, as: Metric.btcHeld.code, "Bitcoin held, carried forward",
                of: figures.companies),
        ].compactMap(\.self)
        return Account(
            document: Document(
                report: "production", parameters: setting.parameters,
                tables: [
                    figures.table("Production over \(period)", digits: digits),
                    group.table(
                        "Together, and over \(setting.since.monthToDate)", name: "group",
                        digits: digits),
                ],
                charts: charts,
                notes: setting.memberNotes + [try setting.hint(.btcMined)].compactMap(\.self)
                    + figures.notes() + group.notes + ["Network reward: \(reward.basis ?? "")."]
                    + charts.compactMap(\.gapsNote)),
            workings: figures.workings(of: period) + group.workings(of: period))
    }
}
