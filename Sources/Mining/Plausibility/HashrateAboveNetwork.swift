/// A hashrate of a company that is above that of the whole network: one of them is on another scale.
package struct HashrateAboveNetwork: Sendable, Hashable {
    /// The company's hashrate.
    package let figure: Observation
    /// The network's hashrate of the same day or before.
    package let network: Observation

    /// How old the network's hashrate may be that a company's is compared with.
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
    /// Whether it is a hashrate that no company can have more of than the network. A target may be
    /// years ahead.
    package var isBelowNetwork: Bool {
        switch self {
        case .deployedHashrate, .managedHashrate, .hostedHashrate, .operatingHashrate: true
        default: false
        }
    }
}
