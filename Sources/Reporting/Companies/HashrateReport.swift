import Mining

/// The league of the members by deployed hashrate: who added what, whose share is how large, and
/// how much of what is deployed runs.
///
/// Table: `companies` (one row per member, largest first). Chart: `hashrate`, the present members
/// at month-ends. `--added-since` is the base of changes and of ranks; deployed, managed, hosted,
/// operating and target hashrate stand beside each other and are never added.
enum HashrateReport {
    static func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            let nobody = CompanyFigures(CompanyHashrate.columns)
            return question.nothing("hashrate", [nobody.table("Hashrate", digits: nil)])
        }
        let network = try setting.reader.networkHashrate(over: setting.period)
        var rows = try setting.members.map { (company) throws(Source.Failure) in
            (company: company, row: try CompanyHashrate(of: company, setting, network))
        }
        let total = Computed.sum(
            rows.map { ($0.company.ticker, $0.row.deployed) }, of: setting.members,
            in: setting.roll.scope, Metric.deployedHashrate.code)
        CompanyHashrate.compare(&rows, in: total)

        let figures = CompanyFigures(CompanyHashrate.columns, of: rows)
            .ranked(by: Metric.deployedHashrate.code)
        let missing = rows.filter { $0.row.deployed.expression == nil }.map(\.company)
        let chart = try setting.monthEndChart(
            .deployedHashrate, as: "hashrate",
            "Deployed hashrate of the present members, carried forward", of: figures.companies)
        return Account(
            document: Document(
                report: "hashrate", parameters: setting.parameters,
                tables: [
                    figures.table(
                        "Hashrate on \(setting.on), changes since \(setting.addedSince)",
                        digits: question.digits)
                ],
                charts: [chart].compactMap(\.self),
                notes: setting.memberNotes + figures.notes(rare: CompanyHashrate.rare)
                    + [sharesNote(total), targetsNote(rows), chart?.gapsNote].compactMap(\.self)
                    + (try setting.otherHashrates(of: missing))),
            workings: figures.workings(of: setting.on))
    }

    /// What the shares are of, where that is not all members.
    private static func sharesNote(_ total: Computed) -> String? {
        guard let coverage = total.coverage, !coverage.missing.isEmpty, coverage.known > 0 else {
            return nil
        }
        return total.expression == nil
            ? "There are no shares of the group: \(total.reason ?? "its sum is not known")."
            : "Shares of the group are of the sum of \(coverage.known) of \(coverage.all) members."
    }

    /// When each target is for.
    private static func targetsNote(_ rows: [(company: Company, row: CompanyHashrate)]) -> String? {
        let targets = rows.compactMap { company, row in
            row.target.expression?.inputs.first.map { input in
                "\(company.ticker) \(input.observation.value) by \(input.observation.period)"
            }
        }
        return targets.isEmpty ? nil : "Targets: \(targets.joined(separator: "; "))."
    }
}
