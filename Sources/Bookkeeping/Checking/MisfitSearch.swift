import Mining

/// Finds figures of a book that do not fit each other, among those that count.
///
/// A whole series is read at once, and that of the network only once: looking up each figure by
/// itself takes many times as long.
package struct MisfitSearch {
    private let book: any BookCatalogue
    /// The periods of the figures that are judged are within it.
    private let window: Period
    private var ofNetwork: [Metric: [Observation]] = [:]
    /// The series of the company read last. Most series are in several relations.
    private var ofCompany: (ticker: String, series: [Metric: [Observation]]) = ("", [:])
    /// The lowest hashrate of the network, once it is known.
    private var lowestOfNetwork: Int64?

    /// A search among the figures of `book` whose periods are within `window`.
    package init(_ book: any BookCatalogue, within window: Period = .always) {
        self.book = book
        self.window = window
    }

    /// The figures of a subject that do not fit what relations say, in the order of the relations
    /// and by period. Relations without one of `metrics` are left out.
    package mutating func disproportions(
        of subject: String, touching metrics: Set<Metric>? = nil
    ) throws(BookError) -> [Misfit] {
        var found: [Misfit] = []
        for relation in FigureRelation.all {
            let isNetwork = subject == Subject.network.code
            guard relation.metric.isOfNetwork == isNetwork,
                metrics.map(relation.touches) ?? true
            else { continue }
            let figures = try judged(relation.metric, of: subject)
            guard !figures.isEmpty else { continue }
            var partners: [[Observation]] = []
            for partner in relation.partners {
                partners.append(try series(partner.metric, of: subject))
            }
            for figure in figures {
                let others = zip(relation.partners, partners).compactMap { partner, series in
                    series.figure(at: partner.place, of: figure.period)
                }
                guard others.count == partners.count,
                    let misfit = Disproportion(relation, figure, others)
                else { continue }
                found.append(.disproportion(misfit))
            }
        }
        return found
    }

    /// The fair values of crypto assets of a company that do not fit the bitcoin held on the same
    /// day, by day. The price may be as old as reports carry it. Empty if all fit.
    package mutating func fairValues(of ticker: String) throws(BookError) -> [Misfit] {
        let fairValues = try judged(.cryptoFairValue, of: ticker)
        guard !fairValues.isEmpty else { return [] }
        let held = try series(.btcHeld, of: ticker)
        let prices = try series(.btcPrice, of: ticker)
        return fairValues.compactMap { fairValue in
            guard let held = held.figure(at: .atEnd(maxAgeDays: 0), of: fairValue.period),
                let price = prices.current(at: fairValue.period.last)
            else { return nil }
            return FairValueMismatch(fairValue: fairValue, held: held, price: price)
                .map(Misfit.fairValue)
        }
    }

    /// The published market caps of a company that do not fit share price times shares, by day, each
    /// with the number of those before it. Empty if all fit.
    package mutating func marketCaps(
        of ticker: String, _ history: ShareHistory
    ) throws(BookError) -> [Misfit] {
        let shares = try series(.sharesOutstanding, of: ticker)
        guard !shares.isEmpty else { return [] }
        let published = try judged(.marketCap, of: ticker)
        guard !published.isEmpty else { return [] }
        let prices = try series(.sharePrice, of: ticker)
        let found = published.compactMap { published in
            let day = published.period.last
            guard let price = prices.current(at: day), let shares = shares.current(at: day) else {
                return nil as MarketCapMismatch?
            }
            return MarketCapMismatch(published: published, price: price, shares: shares, history)
        }
        return found.enumerated().map { .marketCap($1, earlier: $0) }
    }

    /// The hashrates of a company above that of the network, by metric and period. They are not
    /// read if `highest`, the company's highest in base units, is not above the network's lowest.
    package mutating func aboveNetwork(
        of ticker: String, highest: Int64 = .max
    ) throws(BookError) -> [Misfit] {
        let network = try series(.networkHashrate, of: ticker)
        let lowest = lowestOfNetwork ?? network.map(\.value.base).min()
        lowestOfNetwork = lowest
        guard let lowest, highest > lowest else { return [] }
        var found: [Misfit] = []
        for metric in Metric.allCases where metric.isBelowNetwork {
            for figure in try judged(metric, of: ticker) {
                guard let network = network.last(upTo: figure.period.last),
                    let above = HashrateAboveNetwork(figure, network: network)
                else { continue }
                found.append(.aboveNetwork(above))
            }
        }
        return found
    }

    /// The figures of a metric that begin within the window, by period.
    private mutating func judged(
        _ metric: Metric, of subject: String
    ) throws(BookError) -> [Observation] {
        let all = try series(metric, of: subject)
        let first = window.first
        return all.allSatisfy { $0.period.first >= first }
            ? all : all.filter { $0.period.first >= first }
    }

    /// The figures of a metric by period; of the network if the metric is one of the network. They
    /// begin earlier than the window, because figures are carried forward into it.
    private mutating func series(
        _ metric: Metric, of subject: String
    ) throws(BookError) -> [Observation] {
        if metric.isOfNetwork, let known = ofNetwork[metric] { return known }
        if ofCompany.ticker == subject, let known = ofCompany.series[metric] { return known }
        let subject = metric.isOfNetwork ? Subject.network.code : subject
        let period =
            Period(window.first.advanced(by: -metric.carriedDays), window.last) ?? window
        let found = try book.observations(metric, of: subject, within: period, knownOn: nil)
        if metric.isOfNetwork {
            ofNetwork[metric] = found
        } else {
            if ofCompany.ticker != subject { ofCompany = (subject, [:]) }
            ofCompany.series[metric] = found
        }
        return found
    }
}

extension FigureRelation {
    fileprivate func touches(_ metrics: Set<Metric>) -> Bool {
        metrics.contains(metric) || partners.contains { metrics.contains($0.metric) }
    }
}

extension Metric {
    fileprivate var isOfNetwork: Bool { subjects == [.network] }

    /// How many days after its period a figure may still be compared with others.
    fileprivate var carriedDays: Int {
        isOfNetwork ? HashrateAboveNetwork.maxAgeDays : maxAgeDays ?? 0
    }
}

extension [Observation] {
    /// The observation that a relation compares with a figure over `period`; nil if there is none.
    fileprivate func figure(at place: FigureRelation.Place, of period: Period) -> Observation? {
        switch place {
        case .samePeriod: figure(over: period)
        case .atEnd(let maxAgeDays): last(upTo: period.last, maxAgeDays: maxAgeDays)
        case .beforeStart(let maxAgeDays):
            last(upTo: period.first.advanced(by: -1), maxAgeDays: maxAgeDays)
        }
    }

    /// The one that reports would use on a day; nil if there is none.
    fileprivate func current(at day: Day) -> Observation? {
        last(upTo: day, maxAgeDays: first?.metric.maxAgeDays ?? 0)
    }

    private func last(upTo day: Day, maxAgeDays: Int) -> Observation? {
        last(upTo: day).flatMap { day.number - $0.period.last.number <= maxAgeDays ? $0 : nil }
    }
}
