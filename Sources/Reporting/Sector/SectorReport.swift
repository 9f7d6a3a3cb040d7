import Mining

/// The sector at a glance: what its members deploy, earn and are worth together, compared
/// with the network and with an earlier day.
///
/// Tables: `headline` (one row per figure), `additions` (one row per member, by hashrate added),
/// `members` (one row per member, by ticker). Charts: `additions` and `hashrate`. docs/formulas.md
/// explains each figure.
package struct SectorReport: Sendable {
    /// The report and how its figures were computed.
    package let result: ReportResult

    /// Computes the report. If the query names no day and the book has no deployed hashrate of
    /// a member, the tables have no rows and a note says so.
    ///
    /// - Throws: what reading the book throws.
    package init<Source: Book>(_ query: ReportQuery, from book: Source) throws(Source.Failure) {
        guard let context = try ReportContext(query, in: book) else {
            result = query.emptyResult(
                "sector",
                [
                    SectorHeadline.emptyTable, SectorAdditions.emptyTable,
                    SectorMembers.emptyTable,
                ])
            return
        }
        let (on, since, addedSince) = (context.on, context.since, context.addedSince)

        let calculator = SectorCalculator(context.reader, context.scopeMembers)
        let now = try calculator.snapshot(on).withConflicts(context.reader)
        let before = try calculator.snapshot(since, using: now.methods)
            .withConflicts(context.reader)
        let comparison = SectorComparison(
            now: now, before: before,
            addedBefore: addedSince == since
                ? before
                : try calculator.snapshot(addedSince, only: [.hashrate])
                    .withConflicts(context.reader),
            yearAgo: try calculator.yearAgo(on))
        let claims = try SectorClaims(query.scope, context.reader)
        let records = try SectorRecords(of: now, claims: claims, calculator)

        let headline = SectorHeadline(
            comparison: comparison, records: records, claims: claims, digits: query.digits)
        let additions = SectorAdditions(comparison, digits: query.digits)
        let members = SectorMembers(now, digits: query.digits)
        let document = Document(
            report: "sector", parameters: context.parameters,
            tables: [headline.table, additions.table, members.table],
            charts: [additions.chart, members.chart].compactMap(\.self),
            summary: SectorSummary(comparison, scope: query.scope).sentences,
            notes: SectorNotes(comparison: comparison, records: records).sentences
                + context.scopeMembers.consolidated(on: on.last)
                + (try context.otherHashrates(of: now.membersWithoutHashrate)))
        result = ReportResult(
            document: document, explainedFigures: comparison.explainedFigures(of: query.scope.name))
    }
}
