import Mining

/// How much a figure changed; both values are nil if one of the two figures is not known.
struct FigureChange {
    /// In the unit of the figure.
    let absolute: Estimate?
    /// In percent of the earlier figure; nil if that was zero or less.
    let percent: Estimate?

    init(from before: Expression?, to after: Expression?) {
        self.init(from: before, Estimate(before), to: after, Estimate(after))
    }

    /// The same for a caller that already has the estimates of both figures.
    init(
        from before: Expression?, _ first: Estimate?, to after: Expression?, _ last: Estimate?
    ) {
        guard let before, let after else {
            absolute = nil
            percent = nil
            return
        }
        let difference = Expression.difference(after, before)
        absolute = Estimate(change: difference, from: first, to: last)
        percent =
            (first?.value ?? 0) > 0
            ? Estimate(
                change: Formulas.percentage(difference, of: before), from: first, to: last) : nil
    }
}
