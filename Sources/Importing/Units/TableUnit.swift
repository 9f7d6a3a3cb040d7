import Mining

/// The unit that texts above a table, or in its corner, give for its amounts of money:
/// `($ in thousands)`, `Amounts in millions of U.S. dollars, except per share data`.
///
/// It never holds for hashrate, bitcoin, energy or prices. Whether it holds for numbers of shares,
/// only some texts say.
struct TableUnit: Sendable {
    /// The text to quote: the one with the factor, else with the currency; or the unclear one.
    private(set) var text = ""
    private(set) var scale: UnitText.Scale?
    private var namesDollars = false
    /// Whether the amounts are said to be in dollars, without a factor.
    private var isUnscaled = false
    /// Why the unit is not certain although the texts are about it; nil if it is.
    private var uncertainty: Uncertainty?
    private var exceptsPrices = false
    private var exceptsShares = false
    /// Whether the text with the factor is about dollars, so that it is not about shares.
    private var isOfDollars = false
    /// The factor that a text gives for shares alone, and the text.
    private var shares: (scale: UnitText.Scale, text: String)?
    /// The text that gives a factor for bitcoin, which the book has no unit for.
    private var bitcoinText: String?
    private let place: TableText.Place
    private let hasDollarSigns: Bool
    private let isSection: Bool

    private enum Uncertainty {
        case unclear, otherCurrency
    }

    /// Reads the texts, which are in a `place`; nil if none of them has a unit of the table.
    /// `hasDollarSigns`: numbers of the table have dollar signs. `isSection`: it is the title of rows within a table, where `USD`
    /// without `in` is a unit, too, because the table may have a factor.
    init?(
        _ texts: [String], _ place: TableText.Place = .aboveTable, hasDollarSigns: Bool = false,
        isSection: Bool = false
    ) {
        self.place = place
        self.hasDollarSigns = hasDollarSigns
        self.isSection = isSection
        for text in texts { add(text) }
        guard scale != nil || isUnscaled || uncertainty != nil || shares != nil else { return nil }
    }

    /// The same text for messages.
    var source: TableText { TableText(text: text, place: place) }

    /// Whether a text names another currency than US dollars.
    var namesOtherCurrency: Bool { uncertainty == .otherCurrency }

    /// Whether amounts have a factor, or may have one.
    var mayHaveFactor: Bool { scale != nil || uncertainty == .unclear }

    /// The factor of amounts; nil if there is none or the texts are not clear.
    var certainScale: UnitText.Scale? { uncertainty == nil ? scale : nil }

    /// The unit of amounts of money. Nil if neither the texts nor dollar signs say the currency.
    var money: Unit? {
        guard uncertainty == nil else { return nil }
        guard let scale else { return isUnscaled ? .dollar : nil }
        return namesDollars || hasDollarSigns ? Unit.dollar.scaled(by: scale) : nil
    }

    /// The unit of values of a dimension; nil if the texts do not say it. Prices of shares are in
    /// dollars if the factor is said not to hold for them.
    func unit(of dimension: Dimension) -> Unit? {
        switch dimension {
        case .money: money
        case .pricePerShare: exceptsPrices && money != nil ? .dollarPerShare : nil
        default: nil
        }
    }

    /// The text and what to do, if it is not clear whether the text gives the unit of a metric
    /// whose usual unit is `unit`; nil if it is clear.
    func doubt(about unit: Unit) -> (text: TableText, remedy: String)? {
        switch unit {
        case .dollar where namesOtherCurrency:
            return (source, Self.remedy(unless: scale.flatMap(unit.scaled(by:)) ?? unit))
        case .dollar where uncertainty != nil || (scale != nil && money == nil):
            let scaled = scale.flatMap(unit.scaled(by:))
            let remedy =
                scaled.map { "import with --unit '\($0)' if it is that" }
                ?? "give the unit with --unit, such as --unit '\(Unit.thousandDollars)'"
            return (source, remedy)
        case .share:
            let holds = !exceptsShares && (exceptsPrices || !isOfDollars)
            let (scale, text) = shares ?? (holds ? self.scale : nil, self.text)
            guard let scaled = scale.flatMap(unit.scaled(by:)) else { return nil }
            return (
                TableText(text: text, place: place),
                "import with --unit '\(scaled)' or --unit \(unit)"
            )
        case .dollarPerShare, .dollarPerBitcoin, .dollarPerMegawattHour, .dollarPerKilowattHour,
            .dollarPerPetahashDay:
            // `$` may be the sign of other dollars. A factor is that of the amounts beside it.
            let given = scale.flatMap(Unit.dollar.scaled(by:)) ?? unit
            return namesOtherCurrency ? (source, Self.remedy(unless: unit, given: given)) : nil
        case .bitcoin:
            return bitcoinText.map {
                (TableText(text: $0, place: place), TitleMetric.bitcoinRemedy)
            }
        default: return nil
        }
    }

    /// What to do about values that may be in another currency.
    private static func remedy(unless unit: Unit, given: Unit? = nil) -> String {
        "convert it if it is in another currency; if it is in \(unit), import with --unit "
            + "'\(given ?? unit)'"
    }

    /// Whether amounts of money in `unit` contradict the texts. Texts that are not clear do not.
    func isOther(than unit: Unit) -> Bool {
        guard uncertainty == nil else { return false }
        guard let said = money ?? scale.flatMap(Unit.dollar.scaled(by:)) else { return false }
        return said != unit
    }

    private mutating func add(_ text: String) {
        let sentence = UnitSentence(text)
        let statements = sentence.statements
        let namesDollars = statements.contains(where: \.namesDollars)
        if namesDollars { self.namesDollars = true }
        if statements.contains(where: { isSection ? $0.isDollars : $0.isInDollars }) {
            isUnscaled = true
            if self.text.isEmpty { self.text = text }
        }
        if (statements + sentence.exceptions).contains(where: \.namesOtherCurrency) {
            doubt(.otherCurrency, text)
        }
        for statement in statements {
            if statement.isMark, statements.count > 1, !namesDollars { continue }
            for (scale, object) in statement.factors { add(scale, of: object, text) }
        }
        addExceptions(of: sentence, text)
    }

    private mutating func add(
        _ scale: UnitText.Scale?, of object: UnitStatement.Object, _ text: String
    ) {
        switch object {
        case .dollars, .amounts:
            if let other = self.scale, other != scale {
                // Two texts contradict each other.
                doubt(.unclear, text)
            }
            self.scale = scale
            if uncertainty == nil { self.text = text }
            if object == .dollars { isOfDollars = true }
        case .shares:
            shares = scale.map { ($0, text) }
            if self.text.isEmpty { self.text = text }
        case .bitcoin:
            bitcoinText = text
            self.scale = self.scale ?? scale
            doubt(.unclear, text)
        case .unclear:
            self.scale = self.scale ?? scale
            doubt(.unclear, text)
        }
    }

    private mutating func addExceptions(of sentence: UnitSentence, _ text: String) {
        if sentence.exceptsPrices { exceptsPrices = true }
        if sentence.exceptsShares { exceptsShares = true }
        let factors = sentence.exceptions.flatMap(\.factors)
        if let scale = factors.first?.scale, factors.count == 1, sentence.exceptsShares {
            shares = (scale, text)
        } else if !factors.isEmpty || (sentence.exceptsMoney && self.scale != nil) {
            doubt(.unclear, text)
        }
    }

    private mutating func doubt(_ reason: Uncertainty, _ text: String) {
        guard !namesOtherCurrency else { return }
        uncertainty = reason
        self.text = text
    }
}
