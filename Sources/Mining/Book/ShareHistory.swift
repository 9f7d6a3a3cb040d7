/// The share facts of one company in the order of their days. They tell the basis of its share
/// price and share count on each day.
///
/// A figure has the basis of the day on which it was published, or of the end of its period if that
/// day is unknown: filings and price histories restate earlier figures for splits
/// (docs/formulas.md, Share basis).
package struct ShareHistory: Sendable {
    private let rows: [ShareBasis]

    /// The history in `rows`, which are all of one company and may be in any order.
    package init(_ rows: some Sequence<ShareBasis>) {
        self.rows = rows.sorted { ($0.from ?? .first) < ($1.from ?? .first) }
    }

    /// The histories of all companies that have rows, by ticker.
    package static func histories(of rows: some Sequence<ShareBasis>) -> [String: ShareHistory] {
        Dictionary(grouping: rows, by: \.ticker).mapValues { ShareHistory($0) }
    }

    /// The splits after `first`, up to and including `last`, in the order of their days.
    private func splits(after first: Day, upTo last: Day) -> [ShareBasis] {
        rows.filter { row in
            guard row.split != nil, let day = row.from else { return false }
            return first < day && day <= last
        }
    }

    /// How a number of shares on the basis of `first` becomes one on the basis of `last`, which may
    /// be the earlier day.
    package func conversion(from first: Day, to last: Day) -> ShareConversion {
        var conversion = ShareConversion()
        for row in splits(after: min(first, last), upTo: max(first, last)) {
            conversion.add(split: row, isUndone: last < first)
        }
        return conversion
    }

    /// How a number of shares on the basis of `shares` becomes the number of traded shares (ADS)
    /// that a price on the basis of `price` is for.
    package func conversion(ofSharesOn shares: Day, toPriceOn price: Day) -> ShareConversion {
        var conversion = conversion(from: shares, to: price)
        let row = rows.last { $0.adsRatio != nil && ($0.from ?? .first) <= price }
        if let row { conversion.add(adsRatio: row) }
        return conversion
    }
}

/// By how much a number of shares is multiplied so that it fits another share count or a price.
package struct ShareConversion: Sendable, Hashable {
    /// Whole numbers to multiply by. Empty if there are none.
    package private(set) var factors: [Int] = []
    /// Whole numbers to divide by. Empty if there are none.
    package private(set) var divisors: [Int] = []
    /// What is converted, for a note: `25:1 split on 2025-08-01`. Empty if nothing is.
    package private(set) var reasons: [String] = []

    /// A conversion that changes nothing.
    package init() {}

    /// By how much the number is multiplied.
    var ratio: Double {
        factors.reduce(1.0) { $0 * Double($1) } / divisors.reduce(1.0) { $0 * Double($1) }
    }

    /// Adds the split of `row`. `isUndone` says that the number becomes one from before the split.
    fileprivate mutating func add(split row: ShareBasis, isUndone: Bool) {
        guard let split = row.split, split != .one else { return }
        if isUndone {
            multiply(by: split.second, split.first)
        } else {
            multiply(by: split.first, split.second)
        }
        reasons.append("\(split) split" + (row.from.map { " on \($0)" } ?? "") + row.sourceText)
    }

    /// Adds the ADS ratio of `row`.
    fileprivate mutating func add(adsRatio row: ShareBasis) {
        guard let ratio = row.adsRatio, ratio != .one else { return }
        multiply(by: ratio.second, ratio.first)
        reasons.append("the price is per ADS of \(ratio.number) shares" + row.sourceText)
    }

    private mutating func multiply(by factor: Int, _ divisor: Int) {
        if factor != 1 { factors.append(factor) }
        if divisor != 1 { divisors.append(divisor) }
    }
}

extension ShareBasis {
    /// The source in brackets, for a note; empty if it is not known.
    fileprivate var sourceText: String { source.isEmpty ? "" : " (\(source))" }
}
