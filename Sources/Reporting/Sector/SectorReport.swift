import Mining

/// The sector at a glance: what its members run, earn and are worth together, against the
/// network and against an earlier day.
///
/// Tables: `headline` (one row per figure), `additions` (one row per member, by hashrate added),
/// `members` (one row per member, by ticker). What a figure means stands in docs/formulas.md.
package struct SectorReport: Sendable {
    package let account: Account

    /// Computes the report from a book. A book without any deployed hashrate of a member, asked
    /// for no day in particular, gives tables without rows and a note that says so.
    package init<Source: Book>(_ question: Question, from book: Source) throws(Source.Failure) {
        guard let setting = try Setting(question, in: book) else {
            account = question.nothing(
                "sector",
                [
                    SectorHeadline.emptyTable, SectorComparison.emptyAdditions,
                    SectorComparison.emptyMembers,
                ])
            return
        }
        let (on, since, addedSince) = (setting.on, setting.since, setting.addedSince)

        let calculator = SectorCalculator(setting.reader, setting.roll)
        let now = try calculator.moment(on)
        let before = try calculator.moment(since, like: now.ways)
        let comparison = SectorComparison(
            now: now, before: before,
            addedBefore: addedSince == since
                ? before : try calculator.moment(addedSince, only: [.hashrate]),
            yearAgo: try calculator.yearAgo(on))
        let claims = try SectorClaims(question.scope, setting.reader)

        let headline = SectorHeadline(
            comparison, records: try SectorRecords(of: now, claims: claims, calculator),
            claims: claims, digits: question.digits)
        let additions = comparison.additions(digits: question.digits)
        let members = comparison.membersTable(digits: question.digits)
        let document = Document(
            report: "sector", parameters: setting.parameters,
            tables: [headline.table, additions, members],
            charts: SectorCharts.of(additions: additions, members: members),
            notes: SectorNotes(comparison, scope: question.scope).sentences
                + setting.roll.consolidated(on: on.last)
                + (try setting.otherHashrates(of: now.membersWithoutHashrate)))
        account = Account(
            document: document, workings: comparison.workings(of: question.scope.name))
    }
}
