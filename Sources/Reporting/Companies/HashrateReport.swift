import Mining

/// The ranking of the members by deployed hashrate: what each added, its share, and how much of it
/// runs.
///
/// Table: `companies` (one row per member, largest first). Chart: `hashrate`, the present members
/// at month-ends. `--added-since` is the base of changes and of ranks. Deployed, managed, hosted,
/// operating and target hashrate are shown side by side and never added.
enum HashrateReport {
    static func result<Source: Book>(for query: ReportQuery, from book: Source)
        throws(Source.Failure) -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            let empty = CompanyFigures(CompanyHashrate.columns)
            return query.emptyResult("hashrate", [empty.table("Hashrate", digits: nil)])
        }
        let network = try context.reader.networkHashrate(over: context.period)
        var rows = try context.members.map { (company) throws(Source.Failure) in
            (company: company, row: try CompanyHashrate(of: company, context, network))
        }
        let total = ComputedFigure.sum(
            rows.map { ($0.company.ticker, $0.row.deployed) }, of: context.members,
            on: context.day, in: context.scopeMembers.scope, Metric.deployedHashrate.code)
        CompanyHashrate.compare(&rows, in: total)

        let figures = try CompanyFigures(CompanyHashrate.columns, of: rows)
            .ranked(by: Metric.deployedHashrate.code).withConflicts(context.reader)
        let missing = rows.filter { $0.row.deployed.expression == nil }.map(\.company)
        let chart = try context.monthEndChart(
            .deployedHashrate, as: "hashrate",
            "Deployed hashrate of the present members, carried forward", of: figures.companies)
        return ReportResult(
            document: Document(
                report: "hashrate", parameters: context.parameters,
                tables: [
                    figures.table(
                        "Hashrate on \(context.on), changes since \(context.addedSince)",
                        digits: query.digits)
                ],
                charts: [chart].compactMap(\.self),
                notes: context.memberNotes + figures.notes(rare: CompanyHashrate.rare)
                    + ([
                        sharesNote(total), unrenewedNote(rows, context.addedSince),
                        olderBaseNote(rows, context.addedSince), targetsNote(rows, context.day),
                    ].compactMap(\.self)) + figures.conflicts.sentences
                    + (try context.otherHashrates(of: missing))),
            explainedFigures: figures.explainedFigures(of: context.on))
    }

    /// What the shares are of, if the sum lacks members.
    private static func sharesNote(_ total: ComputedFigure) -> String? {
        guard let coverage = total.coverage, !coverage.missing.isEmpty, coverage.known > 0 else {
            return nil
        }
        return total.expression == nil
            ? "No shares of the group are shown: \(total.reason ?? "its sum is not known")."
            : "Shares of the group are shares of the sum of \(coverage.known) of \(coverage.all) members."
    }

    /// Which companies have no newer figure than at the base; nil if all have one.
    private static func unrenewedNote(
        _ rows: [(company: Company, row: CompanyHashrate)], _ since: Period
    ) -> String? {
        let compared = rows.filter { $0.row.added.expression != nil }
        let unrenewed = compared.filter { $0.row.added.marks.contains(.unrenewed) }
        return .unrenewedNote(
            "Added", unrenewed.map(\.company.ticker), of: compared.count, since: since)
    }

    /// Names the companies that have a newer figure now and whose figure at the base is from an
    /// earlier day; nil if there are none.
    private static func olderBaseNote(
        _ rows: [(company: Company, row: CompanyHashrate)], _ since: Period
    ) -> String? {
        let older = rows.filter {
            $0.row.added.expression != nil && $0.row.previous.marks.contains(.carried)
                && !$0.row.added.marks.contains(.unrenewed)
        }
        return .olderBaseNote("Added", older.map(\.company.ticker), since: since)
    }

    /// The date of each target, those in the past apart from the next ones; nil if there are none.
    private static func targetsNote(
        _ rows: [(company: Company, row: CompanyHashrate)], _ day: Day
    ) -> String? {
        let targets = rows.compactMap { company, row in
            row.target.expression?.inputs.first.map { (company.ticker, $0.observation) }
        }
        func listed(_ title: String, _ chosen: [(String, Observation)]) -> String? {
            let texts = chosen.map { "\($0) \($1.value) by \($1.period)" }
            return texts.isEmpty ? nil : "\(title): \(texts.joined(separator: "; "))"
        }
        let parts = [
            listed("Targets", targets.filter { $0.1.period.last >= day }),
            listed("Past targets", targets.filter { $0.1.period.last < day }),
        ].compactMap(\.self)
        return parts.isEmpty ? nil : "\(parts.joined(separator: ". "))."
    }
}
