import Mining

/// How far the members have gone from mining to AI and HPC: capacity contracted and in service,
/// its part of revenue, power to come, and who moved.
///
/// Tables: `companies` (one row per member, by capacity contracted), `group` (their sums, beside
/// what they were).
enum DiversificationReport {
    static func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            let nobody = CompanyFigures(CompanyDiversification.columns)
            return question.nothing(
                "diversification", [nobody.table("Diversification", digits: nil)])
        }
        let rows = try setting.members.map { (company) throws(Source.Failure) in
            (company, try CompanyDiversification(of: company, setting))
        }
        let figures = CompanyFigures(CompanyDiversification.columns, of: rows)
            .ranked(by: Metric.hpcContracted.code)
        let group = FigureTable(
            subject: question.scope.name,
            lines: [
                try setting.sum(.hpcContracted, figures), try setting.sum(.hpcEnergized, figures),
                try setting.sum(.powerPipeline, figures),
            ])
        let (on, since, digits) = (setting.on, setting.since, question.digits)
        return Account(
            document: Document(
                report: "diversification", parameters: setting.parameters,
                tables: [
                    figures.table("AI and HPC on \(on), changes since \(since)", digits: digits),
                    group.table("Together, and on \(since)", name: "group", digits: digits),
                ],
                notes: setting.memberNotes + [moves(rows, since: since)].compactMap(\.self)
                    + [try setting.hint(.hpcRevenue)].compactMap(\.self) + figures.notes()
                    + group.notes),
            workings: figures.workings(of: on) + group.workings(of: on))
    }

    /// Whose contracted capacity is another than it was, and whose is known for the first time;
    /// `nil` where none is known at all.
    private static func moves(
        _ rows: [(company: Company, row: CompanyDiversification)], since: Period
    ) -> String? {
        var (moved, new): ([String], [String]) = ([], [])
        for (company, row) in rows {
            guard let now = Estimate(row.contracted.expression) else { continue }
            let unit = Metric.hpcContracted.unit
            if row.previous.expression == nil {
                new.append("\(company.ticker) \(Number(now).text) \(unit)")
            } else if let change = Estimate(row.change.expression), change.value != 0 {
                moved.append(
                    "\(company.ticker) \(Number(change, isSigned: true).text) \(unit)"
                        + " to \(Number(now).text)")
            }
        }
        let isKnown = rows.contains { $0.row.contracted.expression != nil }
        guard isKnown else { return nil }
        let sentence =
            moved.isEmpty
            ? "Nobody's contracted HPC capacity is known to have changed since \(since)"
            : "Contracted HPC capacity changed since \(since): \(moved.joined(separator: ", "))"
        return new.isEmpty
            ? "\(sentence)." : "\(sentence); without a figure then: \(new.joined(separator: ", "))."
    }
}
