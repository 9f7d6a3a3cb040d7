import Mining

/// What a part of a text above a table, between commas and brackets, says about the unit of amounts:
/// `Income statement in $ millions`.
struct UnitStatement {
    /// What a factor is about.
    enum Object {
        case dollars
        /// Amounts, of which another text may say the currency.
        case amounts
        case shares
        /// Another currency, or something that is not known.
        case unclear
    }

    private(set) var factors: [(scale: UnitText.Scale?, object: Object)] = []
    let namesDollars: Bool
    private(set) var namesOtherCurrency = false
    /// Whether it says nothing but `USD` or `in dollars`.
    let isDollars: Bool
    /// Whether it says nothing but `in dollars`.
    var isInDollars: Bool { isDollars && words.contains(.in) }
    /// Whether it is nothing but one letter that may be a factor or a mark: `(b)`.
    let isLetter: Bool
    private let words: [UnitWord]

    init(_ text: Substring) {
        let words = UnitWords(text).words
        self.words = words
        namesDollars = words.contains(.dollar)
        isDollars = namesDollars && words.allSatisfy { [.dollar, .in, .of, .filler].contains($0) }
        isLetter = ["b", "k"].contains(trimmed(text).lowercased())
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
        let isAlone = words.indices.allSatisfy { $0 == index || words[$0] == .filler }
        switch words[index] {
        case .otherCurrency: return true
        case .country:
            return isAlone
                || [index - 1, index + 1].contains { other in
                    words.indices.contains(other)
                        && (words[other] == .dollar || words[other].isFactor)
                }
        case .maybeCurrency:
            return isAlone || word(before: index) == .in
                || [neighbor(of: index, by: -1), neighbor(of: index, by: 1)].contains {
                    $0?.isFactor == true
                }
        default: return false
        }
    }

    /// What the factor at `index` is about; nil if it is no factor of the table's amounts.
    private func object(
        ofFactorAt index: Int, _ scale: UnitText.Scale?, _ form: UnitWord.Form
    ) -> Object? {
        let (left, right) = (neighbor(of: index, by: -1), neighbor(of: index, by: 1))
        guard left != .other("nearest"), !isPrice(from: index) else { return nil }
        let beside = [left, right].compactMap(\.self)
        let isBesideFactor = beside.contains(where: \.isFactor)
        let isBesideCurrency = beside.contains { $0 == .dollar || $0 == .otherCurrency }
        let isAlone = words.indices.allSatisfy {
            $0 == index || [.filler, .in].contains(words[$0])
        }
        let isBehindIn = word(before: index) == .in
        if isBesideFactor { return .unclear }
        guard let scale else {
            return isBesideCurrency || isAlone || isBehindIn ? .unclear : nil
        }
        if beside.contains(.otherCurrency) { return .unclear }
        if beside.contains(.dollar) { return .dollars }
        let isLast = right == nil
        switch form {
        case .letters:
            if isBehindIn && isLast { return bareObject(index, scale) }
            return isAlone ? .unclear : nil
        case .plural: return isAlone || isBehindIn || isLast ? bareObject(index, scale) : nil
        case .singular:
            return isAlone || isBehindIn ? bareObject(index, scale) : isLast ? .unclear : nil
        }
    }

    /// What a factor without a currency beside it is about.
    private func bareObject(_ index: Int, _ scale: UnitText.Scale) -> Object {
        if index + 1 < words.count {
            switch words[index + 1] {
            case .filler, .number, .in: break
            case .other(let word) where Self.followers.contains(word): break
            case .other(let word) where word.contains(where: \.isNumber): break
            case .other(let word) where Self.months.contains(String(word.prefix(3))): break
            default: return .unclear
            }
        }
        guard !namesDollars else { return .amounts }
        guard case .other(let noun) = neighbor(of: index, by: -1) else { return .amounts }
        let dimensions = Unit.named(noun).map(\.dimension)
        if dimensions.contains(.count) { return .shares }
        return dimensions.isEmpty ? .amounts : .unclear
    }

    /// Whether a factor is that of a price: `$ thousands per MW`.
    private func isPrice(from index: Int) -> Bool {
        let rest = words[(index + 1)...].drop { [.dollar, .of, .in, .filler].contains($0) }
        guard rest.first == .per, case .other(let base) = rest.dropFirst().first else {
            return false
        }
        return UnitWords.bases.contains(Substring(base))
    }

    /// The word before one, without fillers.
    private func word(before index: Int) -> UnitWord? {
        words[..<index].last { $0 != .filler }
    }

    /// The next word in a direction that is not only a link; nil if there is none.
    private func neighbor(of index: Int, by step: Int) -> UnitWord? {
        var index = index + step
        while words.indices.contains(index) {
            if ![.in, .of, .filler].contains(words[index]) { return words[index] }
            index += step
        }
        return nil
    }

    /// Words that may follow a factor and do not say of what it is.
    private static let followers: Set<String> = [
        "and", "as", "at", "based", "by", "ended", "ending", "for", "from", "if", "is", "month",
        "months", "not", "on", "or", "quarter", "quarters", "quarterly", "annual", "three", "six",
        "nine", "twelve", "to", "was", "were", "when", "where", "which", "with", "year", "years",
    ]
    private static let months: Set<String> = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
