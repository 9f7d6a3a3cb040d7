import Mining

/// What mining earns and costs: the network's economics, and each member's power price, margin
/// and the power price at which it would earn nothing.
///
/// Tables: `network` (one row per figure, beside what it was), `companies` (one row per member, by
/// the power price it could bear). A company's power price is its own, else its power bill's.
enum EconomicsReport {
    static func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            return question.nothing(
                "economics",
                [
                    FigureTable.empty("Network", name: "network"),
                    CompanyFigures(CompanyEconomics.columns).table("Companies", digits: nil),
                ])
        }
        let (period, digits) = (setting.period, question.digits)
        let now = try NetworkEconomics(over: setting.on, setting.reader)
        let before = try NetworkEconomics(over: setting.since, setting.reader, like: now)
        let network = FigureTable(
            subject: Subject.network.code, lines: now.lines(before: before))
        let figures = CompanyFigures(
            CompanyEconomics.columns,
            of: try setting.members.map { (company) throws(Source.Failure) in
                (company, try CompanyEconomics(of: company, setting, hashprice: now.hashprice))
            }
        ).ranked(by: "break_even_power_price")
        var hints: [String] = []
        for flow in [Metric.powerCost, .costOfRevenue] {
            if let hint = try setting.hint(flow) { hints.append(hint) }
        }
        return Account(
            document: Document(
                report: "economics", parameters: setting.parameters,
                tables: [
                    network.table(
                        "Network on \(setting.on), changes since \(setting.since)",
                        name: "network", digits: digits),
                    figures.table("Companies over \(period)", digits: digits),
                ],
                notes: setting.memberNotes + network.notes + hints + figures.notes()),
            workings: network.workings(of: period) + figures.workings(of: period))
    }
}
