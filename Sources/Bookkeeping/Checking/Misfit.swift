import Mining

/// Figures of a book that do not fit each other. Any of them may be the wrong one.
package enum Misfit: Sendable, Hashable {
    /// A fair value of crypto assets that does not fit the bitcoin held.
    case fairValue(FairValueMismatch)
    /// A published market cap that does not fit share price times shares. `earlier` is how many
    /// earlier market caps of the company do not fit either.
    case marketCap(MarketCapMismatch, earlier: Int)
    /// A figure that is on another scale than those it is related to.
    case disproportion(Disproportion)
    /// A hashrate of a company above that of the network.
    case aboveNetwork(HashrateAboveNetwork)

    /// Every figure that takes part, the one that is judged first.
    package var observations: [Observation] {
        switch self {
        case .fairValue(let mismatch): [mismatch.fairValue, mismatch.held, mismatch.price]
        case .marketCap(let mismatch, _): [mismatch.published, mismatch.price, mismatch.shares]
        case .disproportion(let found): [found.figure] + found.others
        case .aboveNetwork(let found): [found.figure, found.network]
        }
    }
}
