import Mining

/// Why the group's hashrate and market cap and the hashprice changed: each change split into its
/// causes, exactly.
///
/// Tables: `attribution` (a row for each cause of each figure), `companies` (a row for each
/// company whose hashrate is part of the change, largest first).
struct AttributionReport<Source: Book> {
    private let setting: Setting<Source>
    private let calculator: SectorCalculator<Source>

    static func account(of question: Question, from book: Source) throws(Source.Failure)
        -> Account
    {
        guard let setting = try Setting(question, in: book) else {
            return question.nothing(
                "attribution", [table([], title: "Attribution"), companies([], digits: nil)])
        }
        let calculator = SectorCalculator(setting.reader, setting.roll)
        return try AttributionReport(setting: setting, calculator: calculator).account()
    }

    private func account() throws(Source.Failure) -> Account {
        let sums: [Figure] = [.hashrate, .marketCap]
        let now = try calculator.moment(setting.on, only: sums + [.hashprice])
        let before = try calculator.moment(
            setting.since, like: now.ways, only: sums + [.hashprice])
        let addedBefore =
            setting.addedSince == setting.since
            ? before : try calculator.moment(setting.addedSince, only: [.hashrate])
        let hashrate = try attribution(
            .deployedHashrate, from: addedBefore.hashrates, addedBefore, to: now.hashrates, now)
        let marketCap = try attribution(
            .marketCap, from: before.marketCaps, before, to: now.marketCaps, now)
        let parts =
            Self.parts(of: .hashrate, hashrate, since: addedBefore.period)
            + Self.parts(of: .marketCap, marketCap, since: before.period)
            + (try hashpriceParts(before, now))
        let subject = setting.question.scope.name
        return Account(
            document: Document(
                report: "attribution", parameters: setting.parameters,
                tables: [
                    Self.table(parts, title: "What changed until \(setting.on), and why"),
                    Self.companies(hashrate.lines, digits: setting.question.digits),
                ],
                notes: [
                    note(.hashrate, hashrate, since: addedBefore.period),
                    note(.marketCap, marketCap, since: before.period),
                ].compactMap(\.self)),
            workings: parts.map { $0.working(subject, until: setting.on) })
    }

    private func attribution(
        _ metric: Metric, from base: [MemberFigure], _ before: SectorMoment,
        to end: [MemberFigure], _ now: SectorMoment
    ) throws(Source.Failure) -> Attribution {
        let (old, new) = (
            Set(before.members.map(\.ticker)), Set(now.members.map(\.ticker))
        )
        return try Attribution(
            from: base, to: end, joined: new.subtracting(old), left: old.subtracting(new)
        ) { (figure) throws(Source.Failure) in
            if figure.isDerived { return nil }
            return try setting.reader.firstVintage(
                metric, of: figure.ticker, Period(day: figure.asOf))
        }
    }

    /// Price, difficulty and reward; none where an end of the hashprice is open or the two are
    /// unlike.
    private func hashpriceParts(_ before: SectorMoment, _ now: SectorMoment)
        throws(Source.Failure) -> [Part]
    {
        guard let first = before[.hashprice].expression, let last = now[.hashprice].expression,
            SectorComparison.mismatch(of: .hashprice, now.ways, before.ways) == nil,
            let old = try setting.reader.hashpriceTerms(
                at: before.day, withFees: now.ways.includesFees)?.terms,
            let new = try setting.reader.hashpriceTerms(
                at: now.day, withFees: now.ways.includesFees)?.terms
        else { return [] }
        let split = HashpriceAttribution(from: old, to: new)
        let change = Expression.difference(last, first)
        return [
            ("price", "Bitcoin price", "what the price of bitcoin added", split.price),
            ("difficulty", "Difficulty", "what the difficulty added", split.difficulty),
            (
                "reward", now.ways.includesFees == true ? "Subsidy and fees" : "Subsidy",
                "what a block's reward added", split.reward
            ),
        ].map { code, title, meaning, part in
            Part(
                figure: .hashprice, code: code, title: title, meaning: meaning, change: part,
                whole: change, since: before.period, tickers: [])
        }
    }

    private func note(_ figure: Figure, _ attribution: Attribution, since: Period) -> String? {
        guard let change = Estimate(attribution.change), !attribution.lines.isEmpty else {
            return "\(figure.title): no member has a figure at either end."
        }
        let power = figure.definition.unit.power
        let amount = Number(change, power: power, isSigned: true).text
        return "\(figure.title) of those members whose figure is known changed by \(amount) "
            + "\(figure.definition.unit.shown) since \(since)."
    }
}

extension AttributionReport {
    /// A row of the table `attribution`.
    fileprivate struct Part {
        let figure: Figure
        let code: String
        let title: String
        let meaning: String
        let change: Expression
        let whole: Expression
        let since: Period
        let tickers: [String]

        var definition: FigureDefinition {
            FigureDefinition(
                "\(figure.code).\(code)", "\(figure.title): \(title.lowercased())",
                figure.definition.unit, formula: "a part of the change of \(figure.code)",
                meaning: meaning, isSigned: true)
        }

        func working(_ subject: String, until on: Period) -> Working {
            Working(
                definition: definition,
                subject: figure.isOfNetwork ? Subject.network.code : subject,
                period: "\(since) to \(on)", computed: Computed(expression: change))
        }
    }

    private static func parts(of figure: Figure, _ attribution: Attribution, since: Period)
        -> [Part]
    {
        Attribution.Cause.allCases.compactMap { cause in
            attribution.total(of: cause).map { total in
                Part(
                    figure: figure, code: cause.rawValue, title: cause.title,
                    meaning: cause.meaning, change: total.change, whole: attribution.change,
                    since: since, tickers: total.tickers)
            }
        }
    }

    private static func table(_ parts: [Part], title: String) -> Table {
        Table(
            name: "attribution", title: title,
            columns: [
                Column("figure", "Figure", .text),
                Column("part", "Part", .text, audience: .programs),
                Column("title", "Cause", .text), Column("since", "Since", .text),
                Column("change", "Change", .number), Column("unit", "Unit", .text),
                Column("share_of_change", "Share of change", .number, unit: "%"),
                Column("companies", "Companies", .text),
            ],
            rows: parts.map { part in
                let unit = part.definition.unit
                return [
                    .text(part.figure.code), .text(part.code), .text(part.title),
                    .text("\(part.since)"),
                    .number(part.change, power: unit.power, isSigned: true),
                    .worded(unit.code, shown: unit.shown),
                    .number(Estimate(part: Estimate(part.change), of: Estimate(part.whole))),
                    .text(orMissing: part.tickers.joined(separator: ", ")),
                ]
            })
    }

    private static func companies(_ lines: [Attribution.Line], digits: Int?) -> Table {
        let sorted = lines.sorted { left, right in
            let (one, other) = (left.change.value ?? 0, right.change.value ?? 0)
            return one != other
                ? one > other : left.company.ticker < right.company.ticker
        }
        return Table(
            name: "companies", title: "Hashrate by company",
            columns: [
                Column("ticker", "Ticker", .text), Column("name", "Name", .text),
                Column("previous", "Previous", .number, unit: "EH/s"),
                Column("hashrate", "Hashrate", .number, unit: "EH/s"),
                Column("change", "Change", .number, unit: "EH/s"),
                Column("causes", "Causes", .text),
            ],
            rows: sorted.map { line in
                [
                    .text(line.company.ticker), .text(line.company.name),
                    .number(
                        line.before?.expression, digits: digits, marks: line.before?.marks),
                    .number(line.now?.expression, digits: digits, marks: line.now?.marks),
                    .number(line.change, digits: digits, isSigned: true),
                    .text(line.parts.map(\.cause.title).joined(separator: ", ")),
                ]
            })
    }
}
