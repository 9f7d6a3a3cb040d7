import Mining

/// A company's hashrates, as the book has them.
struct CompanyHashrate {
    let deployed: Computed
    let previous: Computed
    let operating: Computed
    let target: Computed
    let managed: Computed
    let hosted: Computed
    let network: Computed
    /// The sum of the members that it is a part of.
    private var group = Computed()
    private var rank = Computed()
    private var previousRank = Computed()

    init<Source: Book>(of company: Company, _ setting: Setting<Source>, _ network: Computed)
        throws(Source.Failure)
    {
        deployed = try setting.instant(.deployedHashrate, of: company)
        previous = try setting.instant(
            .deployedHashrate, of: company, at: setting.addedSince.last)
        operating = try setting.total(.operatingHashrate, of: company)
        managed = try setting.instant(.managedHashrate, of: company)
        hosted = try setting.instant(.hostedHashrate, of: company)
        let past = try setting.instant(.targetHashrate, of: company)
        let next = try setting.reader.next(.targetHashrate, of: company.ticker, from: setting.day)
        target = next.map(Computed.init) ?? past
        self.network = network
    }

    /// Gives each its rank among all of them, now and before, and the whole that it is a part of.
    static func compare(_ rows: inout [(company: Company, row: Self)], in group: Computed) {
        let ranks = Computed.ranks(rows.map(\.row.deployed))
        let previous = Computed.ranks(rows.map(\.row.previous))
        for index in rows.indices {
            rows[index].row.group = group
            rows[index].row.rank = ranks[index]
            rows[index].row.previousRank = previous[index]
        }
    }

    /// Other kinds of hashrate, which only some companies have.
    static let rare = [Metric.targetHashrate, .managedHashrate, .hostedHashrate].map(\.code)

    static var columns: [CompanyColumn<Self>] {
        let unit = FigureUnit(.exahashPerSecond)
        return [
            CompanyColumn(.deployedHashrate, title: "Deployed", \.deployed),
            CompanyColumn(
                FigureDefinition(
                    "previous", "Previous", unit, formula: "deployed_hashrate at the base",
                    meaning: "what was deployed at --added-since"), \.previous),
            CompanyColumn(
                FigureDefinition(
                    "added", "Added", unit, formula: "deployed_hashrate − previous",
                    meaning: "what has been added since", isSigned: true)
            ) { row in
                Computed(row.deployed, row.previous) { .difference($0[0], $0[1]) }
            },
            CompanyColumn(
                FigureDefinition(
                    "added_percent", "Added", FigureUnit(.percent), formula: "added / previous",
                    meaning: "what has been added relative to what there was", isSigned: true)
            ) { row in
                Computed(row.deployed, row.previous.divisor("the previous deployed_hashrate")) {
                    Formulas.percentChange($0[0], from: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "share_of_group", "Share of group", FigureUnit(.percent),
                    formula: "deployed_hashrate / Σ deployed_hashrate",
                    meaning: "the company's part of what the members have deployed")
            ) { row in
                Computed(row.deployed, row.group.divisor("the group's deployed_hashrate")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "network_share", "Share of network", FigureUnit(.percent),
                    formula: "deployed_hashrate / network_hashrate",
                    meaning: "deployed hashrate relative to the network's average over the period")
            ) { row in
                Computed(row.deployed, row.network.divisor("network_hashrate")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(
                FigureDefinition(
                    "rank", "Rank", .none,
                    formula: "1 + members with more deployed_hashrate",
                    meaning: "the place among the members"), \.rank),
            CompanyColumn(
                FigureDefinition(
                    "rank_change", "Places gained", .none,
                    formula: "rank at the base − rank",
                    meaning: "how many places the company rose among the present members",
                    isSigned: true)
            ) { row in
                Computed(row.previousRank, row.rank) { .difference($0[0], $0[1]) }
            },
            CompanyColumn(.operatingHashrate, title: "Operating", \.operating),
            CompanyColumn(
                FigureDefinition(
                    "utilization", "Utilization", FigureUnit(.percent),
                    formula: "operating_hashrate / deployed_hashrate",
                    meaning: "how much of what is deployed at the end ran over the period")
            ) { row in
                Computed(row.operating, row.deployed.divisor("deployed_hashrate")) {
                    Formulas.percentage($0[0], of: $0[1])
                }
            },
            CompanyColumn(.targetHashrate, title: "Target", \.target),
            CompanyColumn(.managedHashrate, title: "Managed", \.managed),
            CompanyColumn(.hostedHashrate, title: "Hosted", \.hosted),
        ]
    }
}

extension Computed {
    /// The place of each among all, 1 for the largest; equals share one, and what is open has
    /// none.
    fileprivate static func ranks(_ figures: [Computed]) -> [Computed] {
        let values = figures.map { $0.expression?.value }
        let descending = values.compactMap(\.self).sorted(by: >)
        var places: [Double: Int] = [:]
        for (index, value) in descending.enumerated() where places[value] == nil {
            places[value] = index + 1
        }
        return zip(figures, values).map { figure, value in
            guard let place = value.flatMap({ places[$0] }) else {
                return Computed(reason: figure.reason, isUndefined: figure.isUndefined)
            }
            return Computed(expression: .constant(DecimalNumber(Int128(place))))
        }
    }
}
