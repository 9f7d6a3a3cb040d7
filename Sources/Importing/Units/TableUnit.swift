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
    /// Why the unit is not certain although the texts are about it; nil if it is.
    private var uncertainty: Uncertainty?
    private var exceptsPrices = false
    private var exceptsCounts = false
    /// Whether the text with the factor is about dollars, so that it is not about shares.
    private var isOfDollars = false
    /// The factor that a text gives for shares alone, and the text.
    private var shares: (scale: UnitText.Scale, text: String)?
    private let hasDollarSigns: Bool

    private enum Uncertainty {
        case unclear, otherCurrency, contradiction
    }

    /// Whether the text is the title of a section of the table.
    private let isOfSection: Bool

    /// Reads the texts; nil if none of them has a unit of the table. `hasDollarSigns`: numbers of the
    /// table have dollar signs.
    init?(_ texts: [String], hasDollarSigns: Bool = false) {
        self.init(hasDollarSigns: hasDollarSigns, isOfSection: false, texts)
    }

    /// Reads the title of a section within a table; nil if it has no unit. `(USD)` is one, because
    /// the table may have a factor.
    init?(ofSection title: String) {
        self.init(hasDollarSigns: true, isOfSection: true, [title])
    }

    private init?(hasDollarSigns: Bool, isOfSection: Bool, _ texts: [String]) {
        self.hasDollarSigns = hasDollarSigns
        self.isOfSection = isOfSection
        for text in texts { add(text) }
        guard scale != nil || isUnscaled || uncertainty != nil || shares != nil else { return nil }
    }

    /// The unit of amounts of money. Nil if neither the texts nor dollar signs say the currency.
    var money: Unit? {
        guard uncertainty == nil else { return nil }
        guard let scale else { return isUnscaled ? .dollar : nil }
        return namesDollars || hasDollarSigns ? Unit.dollar.scaled(by: scale) : nil
    }

    /// The unit of prices of shares: dollars if the factor does not hold for them; nil if the texts do
    /// not say so.
    var sharePrice: Unit? { exceptsPrices && money != nil ? .dollarPerShare : nil }

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
        case .dollar where money == nil: return (text, remedy)
        case .share:
            let holds = !exceptsCounts && (exceptsPrices || !isOfDollars)
            let (scale, text) = shares ?? (holds ? self.scale : nil, self.text)
            guard let scaled = scale.flatMap(unit.scaled(by:)) else { return nil }
            return (text, "import with --unit '\(scaled)' or --unit \(unit)")
        case .dollarPerShare, .dollarPerBitcoin, .dollarPerMegawattHour, .dollarPerKilowattHour,
            .dollarPerPetahashDay:
            // `$` may be the sign of other dollars.
            guard uncertainty == .otherCurrency else { return nil }
            return (
                text,
                "convert it if it is in another currency; if it is in \(unit), import with --unit "
                    + "'\(unit)'"
            )
        default: return nil
        }
    }

    /// What to do about amounts whose unit is not certain.
    private var remedy: String {
        let unit = scale.flatMap(Unit.dollar.scaled(by:))
        switch uncertainty {
        case .otherCurrency:
            let unit = unit ?? .dollar
            return
                "convert it if it is in another currency; if it is in \(unit), import with --unit "
                + "'\(unit)'"
        case .contradiction:
            return "another text contradicts it; give the unit with --unit, such as --unit "
                + "'\(unit ?? .dollar)'"
        case .unclear, nil:
            return unit.map { "import with --unit '\($0)' if it is that" }
                ?? "give the unit with --unit, such as --unit '\(Unit.thousandDollars)'"
        }
    }

    /// Whether amounts of money in `unit` contradict the texts.
    func isOther(than unit: Unit) -> Bool {
        if let money { return money != unit }
        guard uncertainty != .contradiction else { return false }
        return scale.map { Unit.dollar.scaled(by: $0) != unit } ?? false
    }

    private mutating func add(_ text: String) {
        let text = text.replacing(" - ", with: "–")
        let parts = text.split { "()[]{};|:–—\n".contains($0) }
        for part in parts { add(part: part, of: text, isWhole: parts.count == 1) }
    }

    /// Adds a part of `text` between brackets or dashes. Exceptions come behind the unit, or before it
    /// and a comma.
    private mutating func add(part: Substring, of text: String, isWhole: Bool) {
        let pieces = Self.pieces(of: part)
        var exceptions: [Substring] = []
        for (index, piece) in pieces.enumerated() {
            guard let start = Self.startOfException(in: piece) else {
                add(UnitStatement(piece), of: text, isWhole: isWhole && pieces.count == 1)
                continue
            }
            let before = piece[..<start]
            if !before.allSatisfy(\.isWhitespace) || index > 0 {
                add(UnitStatement(before), of: text, isWhole: false)
                exceptions.append(part[start...])
                break
            }
            exceptions.append(piece)
        }
        for exception in exceptions { add(exception: exception, of: text) }
    }

    private mutating func add(_ statement: UnitStatement, of text: String, isWhole: Bool) {
        if statement.namesDollars { namesDollars = true }
        if isOfSection ? statement.isDollars : statement.isInDollars {
            isUnscaled = true
            if self.text.isEmpty { self.text = text }
        }
        if statement.namesOtherCurrency { doubt(.otherCurrency, text) }
        if statement.isLetter, !isWhole { return }
        for (scale, object) in statement.factors {
            switch object {
            case .dollars: set(scale, text, isOfDollars: true)
            case .amounts: set(scale, text, isOfDollars: false)
            case .shares: shares = scale.map { ($0, text) }
            case .unclear:
                self.scale = self.scale ?? scale
                doubt(.unclear, text)
            }
        }
        if self.text.isEmpty, let shares { self.text = shares.text }
    }

    /// Adds what a text excepts: `except share and per share data`.
    private mutating func add(exception: Substring, of text: String) {
        let statement = UnitStatement(exception)
        var counts = exception.lowercased().replacing("per-share", with: "per share")
        let isOfShares = counts.contains("share")
        if statement.namesOtherCurrency { doubt(.otherCurrency, text) }
        if let scale = statement.factors.first?.scale, isOfShares, statement.factors.count == 1 {
            shares = (scale, text)
        } else if !statement.factors.isEmpty || Self.namesMoney(counts) {
            doubt(.unclear, text)
        }
        guard scale != nil else { return }
        for price in ["per share", "per ads", "share price", "price per share"] {
            if counts.contains(price) { exceptsPrices = true }
            counts = counts.replacing(price, with: "")
        }
        if counts.contains("share") { exceptsCounts = true }
    }

    private mutating func set(_ scale: UnitText.Scale?, _ text: String, isOfDollars: Bool) {
        if let other = self.scale, other != scale { doubt(.contradiction, text) }
        self.scale = scale
        if uncertainty == nil { self.text = text }
        if isOfDollars {
            self.isOfDollars = true
            namesDollars = true
        }
    }

    private mutating func doubt(_ reason: Uncertainty, _ text: String) {
        guard uncertainty != .otherCurrency else { return }
        uncertainty = reason
        self.text = text
    }

    /// The parts of a text between commas that are not within a number.
    private static func pieces(of part: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = part.startIndex
        for index in part.indices where part[index] == "," {
            let next = part.index(after: index)
            let isInNumber =
                part[..<index].last?.isNumber == true && part[next...].first?.isNumber == true
            guard !isInNumber else { continue }
            pieces.append(part[start..<index])
            start = next
        }
        return pieces + [part[start...]]
    }

    private static func startOfException(in piece: Substring) -> Substring.Index? {
        // Letter case is that of the text, because some letters are longer in the other case.
        let words = ["except", "unless", "other than", "excluding"]
        let capitals = ["Except", "Unless", "Other than", "Excluding"]
        let shouted = words.map { $0.uppercased() }
        return (words + capitals + shouted).compactMap { piece.firstRange(of: $0)?.lowerBound }
            .min()
    }

    /// Whether an exception names a metric in money, whose unit is not known then.
    private static func namesMoney(_ exception: String) -> Bool {
        let words = ["except", "unless", "other", "than", "excluding", "for", "and", "or", "&"]
        return exception.split(separator: " ").split { words.contains(String($0)) }.contains {
            Metric(named: $0.joined(separator: " "))?.unit.dimension == .money
        }
    }
}
