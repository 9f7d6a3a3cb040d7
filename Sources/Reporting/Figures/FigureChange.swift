import Mining

/// How much a figure changed; open where an end is.
struct FigureChange {
    let absolute: Estimate?
    /// Relative to what it was; open where that was zero or less.
    let percent: Estimate?

    init(from before: Expression?, to after: Expression?) {
        self.init(from: before, Estimate(before), to: after, Estimate(after))
    }

    /// The same for one who has the estimates of both ends already.
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
