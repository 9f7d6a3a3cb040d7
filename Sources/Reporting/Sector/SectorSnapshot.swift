import Mining

/// The sector's figures on one day or over one period.
///
/// Instants are taken on the last day of the period. Averages are taken over the whole period; a
/// single day means its month to date.
struct SectorSnapshot {
    let period: Period
    let members: [Company]
    /// Of the members that have the figure, by ticker.
    let hashrates: [MemberFigure]
    /// Of the members that have the figure, by ticker.
    let marketCaps: [MemberFigure]
    let figures: ValuesByFigure<ComputedFigure>
    /// The methods that were used.
    let methods: SectorMethods

    /// A figure; without value and reason if the snapshot was made without it.
    subscript(figure: Figure) -> ComputedFigure { figures[figure] ?? ComputedFigure() }

    var membersWithoutHashrate: [Company] {
        let known = Set(hashrates.map(\.ticker))
        return members.filter { !known.contains($0.ticker) }
    }

    /// The same figures, marked if an input is in conflict.
    func withConflicts<Source: Book>(_ reader: Reader<Source>) throws(Source.Failure)
        -> SectorSnapshot
    {
        var marked = figures
        for figure in figures.figures {
            marked[figure] = try figures[figure].map { (figure) throws(Source.Failure) in
                try reader.withConflicts(figure)
            }
        }
        return SectorSnapshot(
            period: period, members: members,
            hashrates: try hashrates.map { (member) throws(Source.Failure) in
                try reader.withConflicts(member)
            },
            marketCaps: try marketCaps.map { (member) throws(Source.Failure) in
                try reader.withConflicts(member)
            }, figures: marked, methods: methods)
    }

    /// The day of instants.
    var day: Day { period.last }
}
