import Mining

/// The members' AI and HPC business: capacity contracted and in service, its share of revenue,
/// power in planning, and what changed.
///
/// Tables: `companies` (one row per member, by contracted capacity), `group` (their sums, compared
/// with the base).
enum DiversificationReport {
    static func result<Source: Book>(for query: ReportQuery, from book: Source)
        throws(Source.Failure) -> ReportResult
    {
        guard let context = try ReportContext(query, in: book, flows: .part(.hpcRevenue)) else {
            let empty = CompanyFigures(CompanyDiversification.columns)
            return query.emptyResult(
                "diversification", [empty.table("Diversification", digits: nil)])
        }
        let rows = try context.members.map { (company) throws(Source.Failure) in
            (company, try CompanyDiversification(of: company, context))
        }
        let figures = try CompanyFigures(CompanyDiversification.columns, of: rows)
            .ranked(by: Metric.hpcContracted.code).withConflicts(context.reader)
        let group = FigureTable(
            subject: query.scope.name,
            lines: [
                try context.sum(.hpcContracted, figures), try context.sum(.hpcEnergized, figures),
                try context.sum(.powerPipeline, figures),
            ], countsMembers: true)
        let (on, since, digits) = (context.on, context.since, query.digits)
        return ReportResult(
            document: Document(
                report: "diversification", parameters: context.parameters,
                tables: [
                    figures.table("AI and HPC on \(on), changes since \(since)", digits: digits),
                    group.table("Group totals", name: "group", digits: digits),
                ],
                notes: context.memberNotes + [moves(rows, since: since)].compactMap(\.self)
                    + [try context.otherPeriodNote(.hpcRevenue)].compactMap(\.self)
                    + figures.notes()
                    + group.notes
                    + (figures.conflicts + group.lines.flatMap(\.conflicts)).sentences),
            explainedFigures: figures.explainedFigures(of: on) + group.explainedFigures(of: on))
    }

    /// Which members' contracted capacity changed, and which are known at one end only; nil if no
    /// member's is known.
    private static func moves(
        _ rows: [(company: Company, row: CompanyDiversification)], since: Period
    ) -> String? {
        var (moved, new, gone): ([String], [String], [String]) = ([], [], [])
        for (company, row) in rows {
            let (now, before) = (amount(row.contracted), amount(row.previous))
            if let now, before == nil {
                new.append("\(company.ticker) \(now)")
            } else if let before, now == nil {
                gone.append("\(company.ticker) \(before)")
            } else if let now, let change = Estimate(row.change.expression), change.value != 0 {
                let unit = Metric.hpcContracted.unit
                moved.append(
                    "\(company.ticker) \(Number(change, isSigned: true).text) \(unit) to \(now)")
            }
        }
        let isKnown = rows.contains {
            $0.row.contracted.expression != nil || $0.row.previous.expression != nil
        }
        guard isKnown else { return nil }
        let sentence =
            moved.isEmpty
            ? "No known change of contracted HPC capacity since \(since)"
            : "Contracted HPC capacity changed since \(since): \(moved.joined(separator: ", "))"
        let others: [String?] = [
            new.isEmpty ? nil : "not known then: \(new.joined(separator: ", "))",
            gone.isEmpty ? nil : "no longer known: \(gone.joined(separator: ", "))",
        ]
        return ([sentence] + others.compactMap(\.self)).joined(separator: "; ") + "."
    }

    /// `207 MW estimated`; nil if it is not known.
    private static func amount(_ figure: ComputedFigure) -> String? {
        Estimate(figure.expression).map { estimate in
            "\(Number(estimate).text) \(Metric.hpcContracted.unit)"
                + (figure.marks.contains(.estimated) ? " estimated" : "")
        }
    }
}
