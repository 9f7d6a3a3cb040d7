import Mining

/// How much a figure changed; both values are nil if one of the two figures is not known.
struct FigureChange {
    /// In the unit of the figure.
    let absolute: Estimate?
    /// In percent of the earlier figure; nil if that was zero or less.
    let percent: Estimate?

    init(from before: Expression?, to after: Expression?) {
        guard let before, let after else {
            absolute = nil
            percent = nil
            return
        }
        let difference = Expression.difference(after, before)
        let isUnchanged = difference.sign == 0
        absolute = Estimate(change: difference, isUnchanged: isUnchanged)
        percent =
            before.sign == 1
            ? Estimate(
                change: Formulas.percentage(difference, of: before), isUnchanged: isUnchanged)
            : nil
    }
}
