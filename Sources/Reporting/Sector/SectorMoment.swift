import Mining

/// The sector's figures at one moment, each as the expression that gives it.
///
/// A moment is the last day of a period for what is so at a date, and the period itself, of a
/// single day its month to date, for what is averaged over one.
struct SectorMoment {
    let period: Period
    let members: [Company]
    /// Members that have the figure, by ticker.
    let hashrates: [MemberFigure]
    let marketCaps: [MemberFigure]
    let figures: PerFigure<Computed>
    /// The ways that were taken where there is a choice.
    let ways: Ways

    /// The ways to come by figures that can be had in several. A moment that a change is taken
    /// from is computed in the ways of the moment it is compared with, where it can be.
    struct Ways: Hashable {
        /// For each member whether its market cap is a price times shares.
        var derivesMarketCap: [String: Bool] = [:]
        /// Whether fleet efficiency and power price are the group's own.
        var usesGroupEfficiency: Bool?
        var usesGroupPowerPrice: Bool?
        var includesFees: Bool?
    }

    subscript(figure: Figure) -> Computed { figures[figure] ?? Computed() }

    var membersWithoutHashrate: [Company] {
        let known = Set(hashrates.map(\.ticker))
        return members.filter { !known.contains($0.ticker) }
    }

    /// The day that instants are taken at.
    var day: Day { period.last }
}
