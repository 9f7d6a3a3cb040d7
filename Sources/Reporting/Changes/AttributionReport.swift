import Mining

/// Why the group's hashrate, its market cap and the hashprice changed: each change divided into
/// its causes, so that the parts add up exactly (docs/formulas.md).
///
/// Tables: `attribution` (a row for each cause of each figure), `companies` (a row for each
/// company whose hashrate is part of the change, largest change first).
struct AttributionReport<Source: Book> {
    private let context: ReportContext<Source>
    private let calculator: SectorCalculator<Source>

    static func result(for query: ReportQuery, from book: Source) throws(Source.Failure)
        -> ReportResult
    {
        guard let context = try ReportContext(query, in: book) else {
            return query.emptyResult(
                "attribution",
                [
                    AttributionPart.table([], title: "Attribution", digits: nil),
                    companies([], digits: nil),
                ])
        }
        let calculator = SectorCalculator(context.reader, context.scopeMembers)
        return try AttributionReport(context: context, calculator: calculator).result()
    }

    private func result() throws(Source.Failure) -> ReportResult {
        let sums: [Figure] = [.hashrate, .marketCap]
        let reader = context.reader
        let now = try calculator.snapshot(context.on, only: sums + [.hashprice])
            .withConflicts(reader)
        let before = try calculator.snapshot(
            context.since, using: now.methods, only: sums + [.hashprice]
        ).withConflicts(reader)
        let addedBefore =
            context.addedSince == context.since
            ? before
            : try calculator.snapshot(context.addedSince, only: [.hashrate]).withConflicts(reader)
        let hashrate = DividedFigure(
            .hashrate, try attribution(addedBefore, now, \.hashrates), from: addedBefore, to: now)
        let marketCap = DividedFigure(
            .marketCap, try attribution(before, now, \.marketCaps), from: before, to: now)
        let parts = hashrate.parts + marketCap.parts + (try hashpriceParts(before, now))
        let subject = context.query.scope.name
        return ReportResult(
            document: Document(
                report: "attribution", parameters: context.parameters,
                tables: [
                    AttributionPart.table(
                        parts, title: "What changed up to \(context.on), and why",
                        digits: context.query.digits),
                    Self.companies(hashrate.attribution.lines, digits: context.query.digits),
                ],
                notes: hashrate.notes + marketCap.notes
                    + (hashrate.conflicts + marketCap.conflicts).sentences
                    + [hashpriceNote(before, now)].compactMap(\.self)),
            explainedFigures: parts.map { $0.explainedFigure(subject, until: context.on) })
    }

    private func attribution(
        _ before: SectorSnapshot, _ now: SectorSnapshot,
        _ figures: KeyPath<SectorSnapshot, [MemberFigure]>
    ) throws(Source.Failure) -> Attribution {
        let (old, new) = (
            Set(before.members.map(\.ticker)), Set(now.members.map(\.ticker))
        )
        return try Attribution(
            from: before[keyPath: figures], to: now[keyPath: figures],
            joined: new.subtracting(old), left: old.subtracting(new)
        ) { (figure) throws(Source.Failure) in try context.reader.asFirstPublished(figure) }
    }

    /// The parts of price, difficulty and reward; empty if the hashprice is not known at both
    /// ends or only one includes fees.
    private func hashpriceParts(_ before: SectorSnapshot, _ now: SectorSnapshot)
        throws(Source.Failure) -> [AttributionPart]
    {
        guard let first = before[.hashprice].expression, let last = now[.hashprice].expression,
            now.methods.mismatch(with: before.methods, for: .hashprice) == nil,
            let old = try context.reader.hashpriceTerms(
                at: before.day, withFees: now.methods.includesFees)?.terms,
            let new = try context.reader.hashpriceTerms(
                at: now.day, withFees: now.methods.includesFees)?.terms
        else { return [] }
        let split = HashpriceAttribution(from: old, to: new)
        let change = Expression.difference(last, first)
        return [
            ("price", "Bitcoin price", "the effect of the bitcoin price", split.price),
            ("difficulty", "Difficulty", "the effect of the difficulty", split.difficulty),
            (
                "reward", now.methods.includesFees == true ? "Subsidy and fees" : "Subsidy",
                "the effect of the reward of a block", split.reward
            ),
        ].map { code, title, meaning, part in
            AttributionPart(
                figure: .hashprice, code: code, title: title, meaning: meaning, change: part,
                whole: change, since: before.period, tickers: [])
        }
    }

    /// Why the change of the hashprice is not divided; nil if it is.
    private func hashpriceNote(_ before: SectorSnapshot, _ now: SectorSnapshot) -> String? {
        let title = Figure.hashprice.title
        for snapshot in [now, before] where snapshot[.hashprice].expression == nil {
            return "\(title): not divided, because on \(snapshot.day) "
                + "\(snapshot[.hashprice].missingReason)."
        }
        return now.methods.mismatch(with: before.methods, for: .hashprice).map {
            "\(title): not divided, because \($0)."
        }
    }
}

extension AttributionReport {
    private static func companies(_ lines: [Attribution.Line], digits: Int?) -> Table {
        let sorted = lines.sorted { left, right in
            let (one, other) = (left.change.value ?? 0, right.change.value ?? 0)
            return one != other
                ? one > other : left.member.company.ticker < right.member.company.ticker
        }
        return Table(
            name: "companies", title: "Hashrate by company",
            columns: [
                .init("ticker", "Ticker", .text) { .text($0.member.company.ticker) },
                .companyName(\.member.company),
                .init("previous", "Previous", .number, unit: "EH/s") {
                    .number($0.member.before, digits: digits)
                },
                .init("hashrate", "Hashrate", .number, unit: "EH/s") {
                    .number($0.member.now, digits: digits)
                },
                .init("change", "Change", .number, unit: "EH/s") {
                    .number(
                        $0.change, digits: digits, isSigned: true, marks: $0.member.changeMarks)
                },
                .init("causes", "Causes", .text, isReadWhole: true) {
                    .text(orMissing: $0.parts.map(\.cause.title).joined(separator: ", "))
                },
            ], lines: sorted)
    }
}
