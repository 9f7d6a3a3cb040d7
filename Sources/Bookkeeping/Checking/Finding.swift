import Mining

/// Something that is wrong with a book, or most unlikely to be right.
package enum Finding: Sendable, Hashable {
    /// What the engine says of the file's structure.
    case structure(String)
    /// The file has no checksums of its content, so that damage to it is found only where it cannot be
    /// read.
    case unprotected
    /// Another program has written to the file since this one did, so that it has no valid checksums.
    case changedByOthers
    /// How many rows of a table another program wrote: no import has them.
    case writtenByOthers(table: String, rows: Int)
    /// A table, index, trigger or view is not that of the book's version. It is damage if writing
    /// to the book could then lose data.
    case schema(String, isDamage: Bool)
    /// A row that names one that is missing.
    case orphan(table: String, missing: String)
    /// A row with an impossible value.
    case unreadable(UnreadableRow)
    /// A figure at a date whose period spans several days.
    case longInstant(Observation)
    /// Companies with one number at the SEC.
    case sharedCIK(Int, tickers: [String])
    /// Companies that are their own parents by way of each other, in the order of the chain.
    case circularParents([String])
    /// A member of a group together with a company that consolidates it.
    case countedTwice(Consolidation.Overlap)
    /// An alias that names something else as well.
    case sharedAlias(Alias, AliasClash)
    /// A source that is stored twice, so that figures with one key may be, too.
    case repeatedSource(String)
    /// A figure below zero of a metric that cannot be negative.
    case negative(Observation)
    /// A figure that is most unlikely to be right, whatever else its subject has published.
    case implausible(Observation, Implausibility)
    /// The members of a group mined more bitcoin together than the network creates.
    case minedTooMuch(group: String, period: Period, mined: Quantity, issued: Quantity)
    /// A figure that differs much from another vintage of its period.
    case restatedTenfold(UnlikelyVintage)
    /// Figures that do not fit each other.
    case misfit(Misfit)
}

extension Finding {
    /// Whether the file itself is damaged, rather than the content of a row wrong.
    package var isDamage: Bool {
        switch self {
        case .structure: true
        case .schema(_, let isDamage): isDamage
        default: false
        }
    }

    /// Whether it is only to be looked at: two published figures differ, and each may be right in its
    /// own way of counting, or in its own time.
    package var isWarning: Bool {
        switch self {
        case .restatedTenfold, .misfit(.marketCap), .unprotected, .changedByOthers,
            .writtenByOthers:
            true
        case .misfit(.fairValue(let mismatch)): mismatch.isAbove
        case .misfit(.disproportion(let found)): found.isPart
        default: false
        }
    }

    /// The kind of finding, for programs: `outside_range`.
    package var code: String {
        switch self {
        case .structure: "damaged"
        case .unprotected: "unprotected"
        case .changedByOthers: "changed_by_others"
        case .writtenByOthers: "written_by_others"
        case .schema: "schema"
        case .orphan: "orphan"
        case .unreadable: "unreadable"
        case .longInstant: "long_instant"
        case .sharedCIK: "shared_cik"
        case .circularParents: "circular_parents"
        case .countedTwice: "counted_twice"
        case .sharedAlias: "shared_alias"
        case .repeatedSource: "repeated_source"
        case .negative: "negative"
        case .implausible(_, .outsideRange): "outside_range"
        case .implausible(_, .moreThanMined): "more_than_mined"
        case .implausible(_, .moreThanIssued), .minedTooMuch: "more_than_issued"
        case .misfit(.aboveNetwork): "more_than_network"
        case .restatedTenfold: "restated_tenfold"
        case .misfit(.marketCap): "market_cap_mismatch"
        case .misfit(.fairValue): "fair_value_mismatch"
        case .misfit(.disproportion(let found)):
            found.isPart ? "part_above_whole" : "disproportionate"
        }
    }

    /// The code of the company, group or network that it is about; nil if it is about none.
    package var subject: String? {
        switch self {
        case .sharedCIK(_, let tickers), .circularParents(let tickers): tickers.first
        case .countedTwice(let overlap): overlap.subsidiary
        case .sharedAlias(let alias, _): alias.ticker
        case .minedTooMuch(let group, _, _, _): group
        default: observation?.subject
        }
    }

    /// The metric that it is about; nil if it is about none.
    package var metric: Metric? {
        if case .minedTooMuch = self { .btcMined } else { observation?.metric }
    }

    /// The period that it is about; nil if it is about none.
    package var period: Period? {
        switch self {
        case .countedTwice(let overlap): overlap.period
        case .minedTooMuch(_, let period, _, _): period
        default: observation?.period
        }
    }

    /// The value that is wrong or unlikely; nil if there is none.
    package var value: Quantity? {
        if case .minedTooMuch(_, _, let mined, _) = self { mined } else { observation?.value }
    }

    /// The value that it does not fit, with its unit, or the range that it is outside of; nil if
    /// there is none.
    package var other: String? {
        switch self {
        case .implausible(let figure, .outsideRange(let range)):
            range.description(in: figure.metric.unit)
        case .implausible(_, let reason): reason.limit?.description
        case .minedTooMuch(_, _, _, let issued): issued.description
        case .restatedTenfold(let vintage): vintage.other.value.description
        case .misfit(.marketCap(let mismatch, _)): mismatch.computed.description
        case .misfit(.fairValue(let mismatch)): mismatch.computed.description
        case .misfit(.disproportion(let found)): found.expected.description
        case .misfit(.aboveNetwork(let found)): found.network.value.description
        default: nil
        }
    }

    /// The figure that it is about; nil if it is about none or about several.
    package var observation: Observation? {
        switch self {
        case .longInstant(let observation), .negative(let observation),
            .implausible(let observation, _):
            observation
        case .restatedTenfold(let vintage): vintage.figure
        case .misfit(let misfit): misfit.observations.first
        default: nil
        }
    }
}
