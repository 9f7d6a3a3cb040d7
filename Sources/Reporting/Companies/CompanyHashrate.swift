import Mining

/// A company's hashrates, as the book has them.
struct CompanyHashrate {
    let deployed: ComputedFigure
    let previous: ComputedFigure
    let operating: ComputedFigure
    let target: ComputedFigure
    let managed: ComputedFigure
    let hosted: ComputedFigure
    let network: ComputedFigure
    /// The sum over the members that it is a part of.
    private var group = ComputedFigure()
    private var rank = ComputedFigure()
    /// How many places it gained among the companies with a figure at both ends.
    private var placesGained = ComputedFigure()

    init<Source: Book>(
        of company: Company, _ context: ReportContext<Source>, _ network: ComputedFigure
    )
        throws(Source.Failure)
    {
        deployed = try context.instant(.deployedHashrate, of: company)
        previous = try context.instant(
            .deployedHashrate, of: company, at: context.addedSince.last)
        operating = try context.total(.operatingHashrate, of: company)
        managed = try context.instant(.managedHashrate, of: company)
        hosted = try context.instant(.hostedHashrate, of: company)
        let past = try context.instant(.targetHashrate, of: company)
        let next = try context.reader.next(.targetHashrate, of: company.ticker, from: context.day)
        target = next.map(ComputedFigure.init) ?? past
        self.network = network
    }

    /// Sets each company's rank, the places it gained, and the sum that it is a part of.
    static func compare(_ rows: inout [(company: Company, row: Self)], in group: ComputedFigure) {
        let ranks = ComputedFigure.ranks(rows.map(\.row.deployed))
        // A company that is known at one end only would shift the ranks of the others.
        let before = ComputedFigure.ranks(
            rows.map { ComputedFigure($0.row.deployed, $0.row.previous) { $0[1] } })
        let after = ComputedFigure.ranks(
            rows.map { ComputedFigure($0.row.deployed, $0.row.previous) { $0[0] } })
        for index in rows.indices {
            rows[index].row.group = group
            rows[index].row.rank = ranks[index]
            rows[index].row.placesGained = ComputedFigure(before[index], after[index]) {
                .difference($0[0], $0[1])
            }
        }
    }

    var added: ComputedFigure {
        ComputedFigure(deployed, previous) { .difference($0[0], $0[1]) }
            .asChange(from: previous, to: deployed)
    }

    /// Kinds of hashrate that only some companies have.
    static let rare = [Metric.targetHashrate, .managedHashrate, .hostedHashrate].map(\.code)

    static var columns: [CompanyColumn<Self>] { additions + shares + ranks + otherKinds }

    private static var additions: [CompanyColumn<Self>] {
        let unit = FigureUnit(.exahashPerSecond)
        return [
            CompanyColumn(.deployedHashrate, title: "Deployed", \.deployed),
            CompanyColumn(
                FigureDefinition(
                    "previous", "Previous", unit, formula: "deployed_hashrate at the base",
                    meaning: "what was deployed at the base (--added-since)"), \.previous),
            CompanyColumn(
                FigureDefinition(
                    "added", "Added", unit, formula: "deployed_hashrate − previous",
                    meaning: "what has been added since the base", isSigned: true),
                \.added),
            CompanyColumn(
                FigureDefinition(
                    "added_percent", "Added", FigureUnit(.percent), formula: "added / previous",
                    meaning: "what has been added, relative to the base", isSigned: true)
            ) { row in
                ComputedFigure(row.deployed, row.previous.divisor("the previous deployed_hashrate"))
                {
                    Formulas.percentChange($0[0], from: $0[1])
                }.asChange(from: row.previous, to: row.deployed)
            },
        ]
    }

    private static var shares: [CompanyColumn<Self>] {
        [
            CompanyColumn(HashrateShare.groupDefinition()) {
                HashrateShare.ofGroup($0.deployed, $0.group)
            },
            CompanyColumn(HashrateShare.networkDefinition) {
                HashrateShare.ofNetwork($0.deployed, $0.network)
            },
        ]
    }

    private static var ranks: [CompanyColumn<Self>] {
        [
            CompanyColumn(
                FigureDefinition(
                    "rank", "Rank", .none,
                    formula: "1 + members with more deployed_hashrate",
                    meaning: "the position among the members"), \.rank),
            CompanyColumn(
                FigureDefinition(
                    "rank_change", "Places gained", .none,
                    formula: "rank at the base − rank, of members known at both ends",
                    meaning: "how many places the company gained among these members",
                    isSigned: true), \.placesGained),
        ]
    }

    private static var otherKinds: [CompanyColumn<Self>] {
        [
            CompanyColumn(.operatingHashrate, title: "Operating", \.operating),
            CompanyColumn(
                FigureDefinition(
                    "utilization", "Utilization", FigureUnit(.percent),
                    formula: "operating_hashrate / deployed_hashrate",
                    meaning:
                        "the share of the hashrate deployed at the end that ran on average over "
                        + "the period"
                )
            ) { row in
                ComputedFigure(row.operating, row.deployed.divisor("deployed_hashrate")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(.targetHashrate, title: "Target", \.target),
            CompanyColumn(.managedHashrate, title: "Managed", \.managed),
            CompanyColumn(.hostedHashrate, title: "Hosted", \.hosted),
        ]
    }
}

extension ComputedFigure {
    /// The rank of each figure, 1 for the largest; equal figures have the same rank, and figures
    /// without a value have none.
    fileprivate static func ranks(_ figures: [ComputedFigure]) -> [ComputedFigure] {
        let values = figures.map { $0.expression?.value }
        let descending = values.compactMap(\.self).sorted(by: >)
        var places: [Double: Int] = [:]
        for (index, value) in descending.enumerated() where places[value] == nil {
            places[value] = index + 1
        }
        return zip(figures, values).map { figure, value in
            guard let place = value.flatMap({ places[$0] }) else {
                return ComputedFigure(reason: figure.reason, isUndefined: figure.isUndefined)
            }
            return ComputedFigure(expression: .constant(DecimalNumber(Int128(place))))
        }
    }
}
