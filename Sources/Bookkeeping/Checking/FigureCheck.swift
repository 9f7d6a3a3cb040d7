import Mining

/// What is wrong with the figures of a book, or unlikely to be right: takes in every observation in
/// the order of a scan, by subject, metric and period.
///
/// Every vintage is checked for what no figure can be. What is only unlikely is reported of the
/// vintage that counts, so that a wrong figure is settled once the company has restated it.
struct FigureCheck {
    /// How many findings are kept.
    static let limit = 100

    private(set) var findings: [Finding] = []
    /// The bitcoin that each company mined, by period.
    private(set) var mined: [Period: [(ticker: String, value: Quantity)]] = [:]
    private let companies: Set<String>
    private let network: [Observation]
    /// The vintage that counts of those seen of the present period.
    private var best: Observation?

    /// `network` are the hashrates of the network that count, by period.
    init(companies: Set<String>, network: [Observation]) {
        self.companies = companies
        self.network = network
    }

    /// Takes in the next observation.
    mutating func add(_ observation: Observation) {
        if observation.metric.kind == .instant, !observation.period.isDay {
            add(.longInstant(observation))
        } else if observation.value.base < 0, !observation.metric.mayBeNegative {
            add(.negative(observation))
        }
        guard let other = best, other.subject == observation.subject,
            other.metric == observation.metric, other.period == observation.period
        else {
            finish()
            best = observation
            return
        }
        if observation.counts(over: other) { best = observation }
    }

    /// Takes in a row that cannot be read.
    mutating func add(_ row: UnreadableRow) { add(.unreadable(row)) }

    /// Judges the vintage that counts of the last period. To be called after the last observation.
    mutating func finish() {
        guard let observation = best else { return }
        best = nil
        // This is a finding already.
        if observation.value.base < 0, !observation.metric.mayBeNegative { return }
        if let reason = implausibility(of: observation) {
            add(.implausible(observation, reason))
        } else if observation.metric == .btcMined {
            mined[observation.period, default: []].append(
                (observation.subject, observation.value))
        }
    }

    private mutating func add(_ finding: Finding) {
        if findings.count < Self.limit { findings.append(finding) }
    }

    private func implausibility(of observation: Observation) -> Implausibility? {
        let (metric, period) = (observation.metric, observation.period)
        if let found = Implausibility(metric, over: period, observation.value) { return found }
        guard metric.isBelowNetwork, companies.contains(observation.subject),
            let network = network.last(upTo: period.last)
        else { return nil }
        return Implausibility(metric, over: period, observation.value, network: network)
    }
}

extension [Observation] {
    /// The last one whose period ends on `day` or earlier, of observations by period; nil if there
    /// is none.
    fileprivate func last(upTo day: Day) -> Observation? {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if self[middle].period.last <= day { low = middle + 1 } else { high = middle }
        }
        return low == startIndex ? nil : self[low - 1]
    }
}
