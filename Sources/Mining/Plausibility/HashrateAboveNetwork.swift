/// A hashrate of a company that is above that of the whole network: one of them is on another scale.
package struct HashrateAboveNetwork: Sendable, Hashable {
    /// The company's hashrate.
    package let figure: Observation
    /// The network's hashrate of the same day or before.
    package let network: Observation

    /// How many days older the network's hashrate may be than the company's.
    package static let maxAgeDays = 400

    /// Compares a company's hashrate with the network's. Nil if it is not above, if the metric may
    /// be, or if the network's figure is more than `maxAgeDays` older.
    package init?(_ figure: Observation, network: Observation) {
        guard figure.metric.isBelowNetwork, figure.value.base > network.value.base,
            figure.period.last.number - network.period.last.number <= Self.maxAgeDays
        else { return nil }
        self.figure = figure
        self.network = network
    }

    /// What is wrong, after the company's hashrate: `more than the hashrate of the whole network …`.
    package var sentence: String {
        "more than the hashrate of the whole network, \(network.value) in \(network.period); is the "
            + "unit right?"
    }
}

extension Metric {
    /// Whether a company's figure cannot be above the network's. A target can: it may be years
    /// ahead.
    package var isBelowNetwork: Bool {
        switch self {
        case .deployedHashrate, .managedHashrate, .hostedHashrate, .operatingHashrate: true
        default: false
        }
    }
}
