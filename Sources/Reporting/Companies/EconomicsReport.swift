import Mining

/// What mining earns and costs: the network's economics, and each member's power price, margin and
/// break-even power price.
///
/// Tables: `network` (one row per figure, compared with the base), `companies` (one row per member,
/// highest break-even power price first). A company's power price is as published, else computed
/// from its power bill; hashprice and fleet efficiency are of the last day of the companies' period.
enum EconomicsReport {
    static func result<Source: Book>(for query: ReportQuery, from book: Source)
        throws(Source.Failure) -> ReportResult
    {
        guard let context = try ReportContext(query, in: book, flows: .part(.costOfRevenue)) else {
            return query.emptyResult(
                "economics",
                [
                    FigureTable.empty("Network", name: "network"),
                    CompanyFigures(CompanyEconomics.columns).table("Companies", digits: nil),
                ])
        }
        let (period, digits) = (context.period, query.digits)
        let now = try NetworkEconomics(over: context.on, context.reader)
        let before = try NetworkEconomics(over: context.since, context.reader, like: now)
        let network = FigureTable(
            subject: Subject.network.code, lines: now.lines(before: before))
        // Of the day on which the companies' period ends, which may be earlier than `on`.
        let hashprice = try context.reader.hashprice(at: period.last).figure
        let rows = try context.members.map { (company) throws(Source.Failure) in
            (
                company: company,
                row: try CompanyEconomics(of: company, context, hashprice: hashprice)
            )
        }
        let figures = try CompanyFigures(CompanyEconomics.columns, of: rows)
            .ranked(by: "break_even_power_price").withConflicts(context.reader)
        var hints: [String] = []
        for flow in [Metric.powerCost, .costOfRevenue] {
            if let hint = try context.otherPeriodNote(flow) { hints.append(hint) }
        }
        return ReportResult(
            document: Document(
                report: "economics", parameters: context.parameters,
                tables: [
                    network.table(
                        "Network on \(context.on)", name: "network", digits: digits),
                    figures.table("Companies over \(period)", digits: digits),
                ],
                notes: context.memberNotes + network.notes + hints + figures.notes()
                    + [
                        hashpriceNote(hashprice, period),
                        CompanyEconomics.powerPriceNote(rows, over: period),
                    ].compactMap(\.self)
                    + figures.conflicts.sentences),
            explainedFigures: network.explainedFigures(
                of: context.on.monthToDate, on: context.on, since: context.since)
                + figures.explainedFigures(of: period))
    }

    /// Which hashprice the break-even power prices rest on; nil if none is known.
    private static func hashpriceNote(_ hashprice: ComputedFigure, _ period: Period) -> String? {
        let unit = Figure.hashprice.definition.unit
        return Estimate(hashprice.expression).map { price in
            "Break-even power price: at the hashprice of \(period.last), "
                + "\(Number(price, in: unit).text) \(unit.shown)."
        }
    }
}
