import Mining

/// What is wrong with the figures of a book, or unlikely to be right: takes in every observation in
/// the order of a scan, by subject, metric and period.
///
/// Every vintage is checked for impossible values. Unlikely values are reported only for the
/// vintage that counts, so that a restatement settles a wrong figure.
struct FigureCheck {
    /// How many findings are kept.
    static let limit = 100

    private(set) var findings: [Finding] = []
    /// The bitcoin that each company mined, by period.
    private(set) var mined: [Period: [(ticker: String, value: Quantity)]] = [:]
    /// The share facts of companies that have any.
    private let histories: [String: ShareHistory]
    /// The vintages of the present period seen so far.
    private var vintages: [Observation] = []

    init(histories: [String: ShareHistory]) { self.histories = histories }

    /// Takes in the next observation.
    mutating func add(_ observation: Observation) {
        if observation.metric.kind == .instant, !observation.period.isDay {
            add(.longInstant(observation))
        } else if observation.value.base < 0, !observation.metric.mayBeNegative {
            add(.negative(observation))
        }
        if let other = vintages.last,
            other.subject != observation.subject || other.metric != observation.metric
                || other.period != observation.period
        {
            finish()
        }
        vintages.append(observation)
    }

    /// Takes in a row that cannot be read.
    mutating func add(_ row: UnreadableRow) { add(.unreadable(row)) }

    /// Checks the vintage that counts of the present period. Call it after the last observation.
    mutating func finish() {
        guard var observation = vintages.first else { return }
        for other in vintages.dropFirst() where other.counts(over: observation) {
            observation = other
        }
        defer { vintages.removeAll(keepingCapacity: true) }
        if vintages.count > 1, let unlikely = restatement(of: observation) {
            add(.restatedTenfold(unlikely))
        }
        // A negative value is a finding already.
        if observation.value.base < 0, !observation.metric.mayBeNegative { return }
        let (metric, period) = (observation.metric, observation.period)
        if let reason = Implausibility(metric, over: period, observation.value) {
            add(.implausible(observation, reason))
        } else if metric == .btcMined {
            mined[period, default: []].append((observation.subject, observation.value))
        }
    }

    private mutating func add(_ finding: Finding) {
        if findings.count < Self.limit { findings.append(finding) }
    }

    /// Another vintage of the period that differs by a large factor from `observation`, which
    /// counts. Of several, the one that would count next; nil if there is none.
    private func restatement(of observation: Observation) -> UnlikelyVintage? {
        let history = histories[observation.subject] ?? ShareHistory([])
        var found: UnlikelyVintage?
        for other in vintages where found.map({ other.counts(over: $0.other) }) ?? true {
            let error = ScaleError(
                observation.dated, other.dated, of: observation.metric,
                atLeast: Metric.unlikelyRestatement, history)
            if let error {
                found = UnlikelyVintage(figure: observation, other: other, error: error)
            }
        }
        return found
    }
}
