import Mining

/// What a part of a text above a table, between commas and brackets, says about the unit of amounts:
/// `Income statement in $ millions`.
struct UnitStatement {
    /// What a factor is about.
    enum Object {
        case dollars
        /// Amounts; another part of the text may name their currency.
        case amounts
        case shares
        case bitcoin
        /// Another currency, or something that is not known.
        case unclear
    }

    /// The factors in the order of the text, without those that cannot be about the table. A scale is
    /// nil if it is not one of the book.
    private(set) var factors: [(scale: UnitText.Scale?, object: Object)] = []
    let namesDollars: Bool
    private(set) var namesOtherCurrency = false
    /// Whether it says nothing but `USD` or `in dollars`.
    let isDollars: Bool
    /// Whether it says nothing but `in dollars`.
    var isInDollars: Bool { isDollars && words.contains(.in) }
    /// Whether it is nothing but a letter that may be the mark of a footnote: `(b)`.
    let isMark: Bool
    private let words: [UnitWord]

    /// `text` is in lower case.
    init(_ text: Substring) {
        let words = UnitWords(text).words
        self.words = words
        namesDollars = words.contains(.dollar)
        isDollars = namesDollars && words.allSatisfy { $0 == .dollar || $0.isLink }
        isMark = ["b", "k"].contains(trimmed(text))
        for index in words.indices {
            if isOtherCurrency(at: index) { namesOtherCurrency = true }
            if case .factor(let scale, let form) = words[index],
                let object = object(ofFactorAt: index, scale, form)
            {
                factors.append((scale, object))
            }
        }
    }

    private func isOtherCurrency(at index: Int) -> Bool {
        let neighbors = [neighbor(of: index, by: -1), neighbor(of: index, by: 1)]
        return switch words[index] {
        case .otherCurrency: true
        case .country: isAlone(index) || neighbors[1] == .dollar
        case .code:
            isAlone(index) || isBehindIn(index)
                || neighbors.contains { $0 == .dollar || $0?.isFactor == true }
        default: false
        }
    }

    /// What the factor at `index` is about; nil if it is only a letter among other words.
    private func object(
        ofFactorAt index: Int, _ scale: UnitText.Scale?, _ form: UnitWord.Form
    ) -> Object? {
        let (left, right) = (neighbor(of: index, by: -1), neighbor(of: index, by: 1))
        let isInDollars = left == .dollar || right == .dollar
        let isInOther = left == .otherCurrency || right == .otherCurrency
        let isOnlyFactor = isAlone(index)
        let isBehindIn = isBehindIn(index)
        if form == .letters, !isInDollars, !isInOther {
            guard isOnlyFactor || (isBehindIn && right == nil) else { return nil }
            if !isBehindIn { return .unclear }
        }
        let isPrice = words[index...].dropFirst().first { $0 != .dollar && !$0.isLink } == .per
        if scale == nil || isInOther || isPrice || words.contains(.other("nearest"))
            || left?.isFactor == true || right?.isFactor == true
        {
            return .unclear
        }
        if isInDollars { return .dollars }
        guard isOnlyFactor || isBehindIn, index + 1 == words.count || words[index + 1] != .of else {
            return .unclear
        }
        let dimensions = [left, right].flatMap { $0?.dimensions ?? [] }
        if dimensions.contains(.bitcoin) { return .bitcoin }
        return dimensions.contains(.count) ? .shares : dimensions.isEmpty ? .amounts : .unclear
    }

    /// Whether a word stands alone, or with words that say nothing.
    private func isAlone(_ index: Int) -> Bool {
        words.indices.allSatisfy { $0 == index || words[$0].isLink }
    }

    private func isBehindIn(_ index: Int) -> Bool {
        words[..<index].last { $0 != .filler } == .in
    }

    /// The next word in a direction that is not only a link; nil if there is none.
    private func neighbor(of index: Int, by step: Int) -> UnitWord? {
        var index = index + step
        while words.indices.contains(index), words[index].isLink { index += step }
        return words.indices.contains(index) ? words[index] : nil
    }
}

extension UnitWord {
    /// The dimensions that have a unit with this name: `shares`, `BTC`.
    fileprivate var dimensions: [Dimension] {
        if case .other(let word) = self { Unit.named(word).map(\.dimension) } else { [] }
    }
}
