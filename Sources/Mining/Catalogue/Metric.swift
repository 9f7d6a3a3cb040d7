/// What an observation measures. Each metric has one definition, one unit and one kind, so that
/// figures which mean different things are never mixed.
///
/// The raw values are stored in books, so they must never be reused or renumbered. To add a metric,
/// add a case here and a row in `Metric+Catalogue.swift`. The next command that writes to a book
/// adds it to the book's table of metrics.
package enum Metric: Int, Sendable, Hashable, CaseIterable {
    case deployedHashrate = 1
    case managedHashrate, hostedHashrate, targetHashrate
    case operatingHashrate, btcMined, btcSold, btcHeld, btcRestricted, marketCap, sharePrice
    case sharesOutstanding, totalDebt, cash, fleetEfficiency, powerCapacity, powerPipeline
    case hpcContracted, hpcEnergized, revenue, miningRevenue, hostingRevenue, hpcRevenue
    case costOfRevenue, powerCost, powerCredits, energyUsed, powerPrice, powerCostPerBtc
    case networkHashrate, difficulty, btcPrice, btcPriceAverage, hashpricePublished, feeReward
    case minerRevenue, blocks, cryptoFairValue, netIncome, depreciation, sga, capex
    case interestExpense, impairment, restrictedCash, hpcBacklog

    /// How a metric's values relate to time.
    package enum Kind: String, Sendable {
        /// Measured at a date, such as bitcoin held.
        case instant
        /// Summed over a period, such as revenue.
        case flow
        /// Averaged over a period, such as a power price.
        case average
    }

    /// The code that files, commands and reports use: `deployed_hashrate`.
    package var code: String { properties.code }

    /// The name that tables use: `Deployed hashrate`.
    package var name: String { properties.name }

    /// The unit that database views, tables and JSON show it in.
    package var unit: Unit { properties.unit }

    /// What its unit measures.
    package var dimension: Dimension { properties.unit.dimension }

    /// How its values relate to time.
    package var kind: Kind { properties.kind }

    /// Whether a figure about a single day is usual: any instant, and any figure of the network.
    /// Companies publish what they mined or earned over months and longer.
    package var isPublishedDaily: Bool { kind == .instant || subjects == [.network] }

    /// The kinds of subject that can have it; never empty.
    package var subjects: [Subject.Kind] { properties.subjects }

    /// For how many days after its period an observation may still be used, or nil if it must not
    /// be carried forward at all.
    package var maxAgeDays: Int? { properties.maxAgeDays }

    /// Whether a negative value can be correct.
    ///
    /// Amounts that are counted, held, installed or hashed cannot be negative, nor can the price of
    /// bitcoin or of a share. Entries in a company's accounts can: reversing an entry of an earlier
    /// period gives negative revenue or cost. Power prices can, because grids at times pay users to
    /// take power; so can the power cost per bitcoin.
    package var mayBeNegative: Bool {
        switch self {
        case .revenue, .miningRevenue, .hostingRevenue, .hpcRevenue, .costOfRevenue, .powerCost,
            .powerCredits, .powerPrice, .powerCostPerBtc, .netIncome, .depreciation, .sga, .capex,
            .interestExpense, .impairment:
            true
        case .deployedHashrate, .managedHashrate, .hostedHashrate, .targetHashrate,
            .operatingHashrate, .btcMined, .btcSold, .btcHeld, .btcRestricted, .marketCap,
            .sharePrice, .sharesOutstanding, .totalDebt, .cash, .fleetEfficiency, .powerCapacity,
            .powerPipeline, .hpcContracted, .hpcEnergized, .energyUsed, .networkHashrate,
            .difficulty, .btcPrice, .btcPriceAverage, .hashpricePublished, .feeReward,
            .minerRevenue, .blocks, .cryptoFairValue, .restrictedCash, .hpcBacklog:
            false
        }
    }

    /// The definition, in one or two sentences.
    package var definition: String { properties.definition }

    /// Finds a metric by its code, ignoring letter case. Returns nil if there is none.
    package init?(code: String) {
        let wanted = code.lowercased()
        guard let metric = Self.allCases.first(where: { $0.code == wanted }) else { return nil }
        self = metric
    }
}

extension Metric: CustomStringConvertible {
    /// The code.
    package var description: String { code }
}
