import Mining

/// Something that is wrong with a book.
package enum Finding: Sendable, Hashable {
    /// What the engine says of the file's structure.
    case structure(String)
    /// A table, index, trigger or view is not that of the book's version. It is damage if writing
    /// to the book could then lose data.
    case schema(String, isDamage: Bool)
    /// A row that names one that is missing.
    case orphan(table: String, missing: String)
    case unreadable(UnreadableRow)
    /// A figure at a date whose period spans several days.
    case longInstant(subject: String, metric: Metric, period: Period)
    /// Companies that are their own parents by way of each other, in the order of the chain.
    case circularParents([String])
    /// A member of a group together with a company that consolidates it.
    case countedTwice(Consolidation.Overlap)
    /// An alias that names something else as well.
    case sharedAlias(Alias, AliasClash)
    /// A source that is stored twice, so that figures with one key may be, too.
    case repeatedSource(String)
    /// A figure below zero of a metric that cannot be negative.
    case negative(subject: String, metric: Metric, period: Period, value: Quantity)
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
}

extension Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .structure(let text): "the file is damaged: \(text)"
        case .schema(let difference, _): difference
        case .orphan(let table, let missing): "a row of \(table) names a \(missing) that is missing"
        case .unreadable(let row): "\(row.row): \(row.column) holds \(row.value), which cannot be"
        case .longInstant(let subject, let metric, let period):
            "\(subject) \(metric) \(period): is a figure at a date, but spans several days"
        case .circularParents(let tickers):
            "the parents of \(tickers.joined(separator: ", ")) lead back to \(tickers[0]), so that "
                + "reports count none of them: give one of them another parent, or undo the import "
                + "that set it"
        case .countedTwice(let overlap):
            "\(overlap.group): \(overlap.subsidiary) and \(overlap.parent), which consolidates it, "
                + "are both members \(overlap.period.spelled); reports leave \(overlap.subsidiary) "
                + "out: end one of the two with left_on"
        case .sharedAlias(let alias, .subject(let subject)):
            "the alias \(alias.alias) of \(alias.ticker) is the code of a \(subject.kind.rawValue)"
        case .sharedAlias(let alias, .alias(let other)):
            "the alias \(alias.alias) of \(alias.ticker) is one of \(other.ticker) on the same days"
        case .repeatedSource(let text): "the source \"\(text)\" is there more than once"
        case .negative(let subject, let metric, let period, let value):
            "\(subject) \(metric) \(period): is \(value), and cannot be below zero"
        }
    }
}

extension Period {
    /// `from 2025-09-01 to 2025-12-31`; an open end is left out.
    fileprivate var spelled: String {
        switch (first == .first, last == .last) {
        case (true, true): "at all times"
        case (true, false): "until \(last)"
        case (false, true): "from \(first) on"
        case (false, false): "from \(first) to \(last)"
        }
    }
}
