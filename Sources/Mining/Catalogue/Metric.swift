/// What is measured: one definition, one unit, one kind, so that nothing is mixed.
///
/// The raw values are stored in books, so they are never reused or renumbered. A new metric
/// is one more case, one more row in `catalogue`, and one migration that inserts it.
package enum Metric: Int, Sendable, Hashable, CaseIterable {
    case deployedHashrate = 1
    case managedHashrate, hostedHashrate, targetHashrate
    case operatingHashrate, btcMined, btcSold, btcHeld, btcRestricted, marketCap, sharePrice
    case sharesOutstanding, totalDebt, cash, fleetEfficiency, powerCapacity, powerPipeline
    case hpcContracted, hpcEnergized, revenue, miningRevenue, hostingRevenue, hpcRevenue
    case costOfRevenue, powerCost, powerCredits, energyUsed, powerPrice, powerCostPerBtc
    case networkHashrate, difficulty, btcPrice, btcPriceAverage, hashpricePublished, feeReward
    case minerRevenue, blocks

    /// How a metric's values stand in time.
    package enum Kind: String, Sendable {
        /// At a date.
        case instant
        /// Summed over a period.
        case flow
        /// Averaged over a period.
        case average
    }

    /// The code that files, commands and reports use: `deployed_hashrate`.
    package var code: String { properties.code }

    /// The name that tables use: `Deployed hashrate`.
    package var name: String { properties.name }

    /// The unit that views, tables and JSON give it in.
    package var unit: Unit { properties.unit }

    package var dimension: Dimension { properties.unit.dimension }

    package var kind: Kind { properties.kind }

    /// The kinds of subject that have it.
    package var subjects: [Subject.Kind] { properties.subjects }

    /// How many days an observation may be carried forward; `nil` where it may not be.
    package var maxAgeDays: Int? { properties.maxAgeDays }

    /// Whether a value below zero can be right.
    ///
    /// What is counted, held, installed or hashed cannot be, nor what bitcoin or a share costs.
    /// What flows through a company's accounts can: a reversal of what an earlier period booked
    /// stands there as negative revenue or cost. So can the price of power, which grids pay at
    /// times to be rid of it, and with it the power cost per bitcoin.
    package var mayBeNegative: Bool {
        switch self {
        case .revenue, .miningRevenue, .hostingRevenue, .hpcRevenue, .costOfRevenue, .powerCost,
            .powerCredits, .powerPrice, .powerCostPerBtc:
            true
        case .deployedHashrate, .managedHashrate, .hostedHashrate, .targetHashrate,
            .operatingHashrate, .btcMined, .btcSold, .btcHeld, .btcRestricted, .marketCap,
            .sharePrice, .sharesOutstanding, .totalDebt, .cash, .fleetEfficiency, .powerCapacity,
            .powerPipeline, .hpcContracted, .hpcEnergized, .energyUsed, .networkHashrate,
            .difficulty, .btcPrice, .btcPriceAverage, .hashpricePublished, .feeReward,
            .minerRevenue, .blocks:
            false
        }
    }

    /// The one definition, as a sentence.
    package var definition: String { properties.definition }

    /// The metric of this code; letter case does not matter.
    package init?(code: String) {
        let wanted = code.lowercased()
        guard let metric = Self.allCases.first(where: { $0.code == wanted }) else { return nil }
        self = metric
    }
}

extension Metric: CustomStringConvertible {
    package var description: String { code }
}
