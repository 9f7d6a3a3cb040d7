import Mining

/// The unit that texts above a table, or in its corner, give for its amounts of money:
/// `($ in thousands)`, `Amounts in millions of U.S. dollars, except per share data`.
///
/// It never holds for hashrate, bitcoin, energy or prices. Whether it holds for numbers of shares,
/// only some texts say.
struct TableUnit: Sendable {
    /// The text that gives the factor, or the currency if there is no factor.
    private(set) var text = ""
    private(set) var scale: UnitText.Scale?
    private var namesDollars = false
    /// Whether the amounts are said to be in dollars, without a factor.
    private var isUnscaled = false
    /// Whether a text names another currency, or two texts contradict each other.
    private(set) var isUnclear = false
    private var exceptsPrices = false
    private var exceptsCounts = false
    /// Whether the text with the factor is about dollars, so that it is not about shares.
    private var isOfDollars = false
    private let hasDollarSigns: Bool

    /// Reads the texts; nil if none of them has a unit of the table. `hasDollarSigns`: numbers of the
    /// table have dollar signs.
    init?(_ texts: [String], hasDollarSigns: Bool = false) {
        self.hasDollarSigns = hasDollarSigns
        for text in texts { add(text) }
        guard scale != nil || isUnscaled || isUnclear else { return nil }
    }

    /// The unit of amounts of money. Nil if neither the texts nor dollar signs say the currency.
    var money: Unit? {
        guard !isUnclear else { return nil }
        guard let scale else { return isUnscaled ? .dollar : nil }
        return namesDollars || hasDollarSigns ? Unit.dollar.scaled(by: scale) : nil
    }

    /// The unit of prices of shares: dollars if the factor does not hold for them; nil if the texts do
    /// not say so.
    var sharePrice: Unit? { exceptsPrices && money != nil ? .dollarPerShare : nil }

    /// Whether numbers of shares may have the factor as well.
    var mayHoldForShares: Bool {
        scale != nil && !exceptsCounts && (exceptsPrices || !isOfDollars)
    }

    /// The unit of values of a dimension; nil if the texts do not say it.
    func unit(of dimension: Dimension) -> Unit? {
        switch dimension {
        case .money: money
        case .pricePerShare: sharePrice
        default: nil
        }
    }

    /// The text and what to do, if the text may or may not be about values of a metric whose usual
    /// unit is `unit`; nil if it is certain.
    func doubt(about unit: Unit) -> (text: String, remedy: String)? {
        switch unit {
        case .dollar where money == nil:
            guard let scale, !isUnclear, let scaled = unit.scaled(by: scale) else {
                return (text, "write the unit into the header or the labels")
            }
            return (text, "import with --unit '\(scaled)' if it is that")
        case .share where mayHoldForShares:
            guard let scale, let scaled = unit.scaled(by: scale) else { return nil }
            return (text, "import with --unit '\(scaled)' or --unit \(unit)")
        default: return nil
        }
    }

    /// Whether amounts of money in `unit` contradict the texts.
    func isOther(than unit: Unit) -> Bool {
        if let money { return money != unit }
        return scale.map { $0 != Self.scale(of: unit) } ?? false
    }

    private mutating func add(_ text: String) {
        let dashes = text.lowercased().replacing(" - ", with: "–")
        for part in dashes.split(whereSeparator: { "()[]{};|:–—\n".contains($0) }) {
            add(part: String(part), of: text)
        }
    }

    /// Adds a part of `text` between brackets or dashes.
    private mutating func add(part: String, of text: String) {
        let start = Self.exceptions.compactMap { part.firstRange(of: $0)?.lowerBound }.min()
        for piece in part[..<(start ?? part.endIndex)].split(separator: ",") {
            add(piece: String(piece), of: text)
        }
        guard let start, scale != nil else { return }
        let exception = part[start...].replacing("per-share", with: "per share")
        var counts = exception
        for price in ["per share", "per ads", "share price", "price per share"] {
            if counts.contains(price) { exceptsPrices = true }
            counts = counts.replacing(price, with: "")
        }
        if counts.contains("share") { exceptsCounts = true }
    }

    private mutating func add(piece: String, of text: String) {
        let words = piece.split { $0.isWhitespace }
        let unitWords = words.filter { !Self.fillers.contains($0) }
        let unit = UnitText(unitWords.joined(separator: " "))
        if let money = unit.unit(of: .money)?.unit, let scale = Self.scale(of: money) {
            set(scale, text, isOfDollars: true)
        } else if unit.unit(of: .money)?.unit == .dollar {
            namesDollars = true
            if words.contains("in") {
                isUnscaled = true
                if self.text.isEmpty { self.text = text }
            }
        } else if let scale = unit.scale, unitWords.joined().count > 2 {
            set(scale, text, isOfDollars: false)
        } else if Self.mayBeUnit(words) {
            isUnclear = true
            self.text = text
        }
    }

    private mutating func set(_ scale: UnitText.Scale, _ text: String, isOfDollars: Bool) {
        if let other = self.scale, other != scale { isUnclear = true }
        self.scale = scale
        self.text = text
        if isOfDollars {
            self.isOfDollars = true
            namesDollars = true
        }
    }

    private static func scale(of unit: Unit) -> UnitText.Scale? {
        switch unit {
        case .thousandDollars: .thousand
        case .millionDollars: .million
        case .billionDollars: .billion
        case .trillionDollars: .trillion
        default: nil
        }
    }

    /// Whether words are a factor for something that is not known, such as `in thousands of Canadian
    /// dollars` or `C$ in millions`, and not a sentence about a number.
    private static func mayBeUnit(_ words: [Substring]) -> Bool {
        guard words.count <= 7, let index = words.firstIndex(where: isFactor) else { return false }
        let before = words[..<index].last
        return before == "in" || index + 1 < words.count && words[index + 1] == "of"
    }

    private static func isFactor(_ word: Substring) -> Bool {
        ["thousands", "millions", "billions", "000s", "'000", "000"].contains(word)
    }

    private static let exceptions = ["except", "unless", "other than", "excluding"]

    /// Words beside a unit that say nothing about it.
    private static let fillers: Set<Substring> = [
        "all", "amounts", "amount", "figures", "values", "numbers", "expressed", "stated",
        "reported", "presented", "shown", "given", "unaudited", "are", "data", "financial",
        "financials", "currency", "the", "unit", "units", "table", "tabular", "usd-denominated",
    ]
}
