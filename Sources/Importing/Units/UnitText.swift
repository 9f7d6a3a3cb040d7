import Mining

/// The units that a text can mean: `EH/s`, `USD bn`, `million`, `bn USD`, `$ in thousands`.
///
/// Which unit it means depends on the metric: `USD` can be an amount or a price per bitcoin. So all
/// meanings are found, once for each text. A class, because `ByteCache` hands it out for each row.
final class UnitText: Sendable {
    /// The result for text that is not a unit.
    static let nothing = UnitText("")

    /// A factor that applies to the unit beside it.
    enum Scale: Sendable {
        case thousand, million, billion, trillion

        init?(_ word: some StringProtocol) {
            switch word.lowercased() {
            case "k", "thousand", "thousands", "tsd": self = .thousand
            case "m", "mn", "mm", "mln", "mio", "million", "millions": self = .million
            case "b", "bn", "bln", "mrd", "billion", "billions": self = .billion
            case "tn", "trillion", "trillions": self = .trillion
            default: return nil
            }
        }
    }

    /// The units with this name, at most one for each dimension.
    private let units: [(dimension: Dimension, unit: WrittenUnit)]
    /// The units with this name after a dollar sign: `bn` in `$62 bn`, `/MWh` in `$45/MWh`.
    private let currencyUnits: [(dimension: Dimension, unit: WrittenUnit)]
    /// The factor if the text is only a factor, such as `million`; else nil.
    let scale: Scale?
    /// Whether a unit in dollars does not say that they are US dollars: `$m`, `dollars`.
    let hasOnlySign: Bool
    /// The most likely dimension of the unit; nil if the text is not a unit.
    var dimension: Dimension? { units.first?.dimension }
    /// The same after a dollar sign.
    var currencyDimension: Dimension? { currencyUnits.first?.dimension }

    init(_ text: String) {
        units = Self.units(named: text)
        // `$5 USD` says the currency twice.
        let currencyUnits = Self.units(named: "$ " + text)
        self.currencyUnits =
            currencyUnits.isEmpty && Self.namesDollars(text) ? units : currencyUnits
        scale = Scale(text) ?? Scale(UnitPhrase.short(text))
        let words = text.lowercased().replacing("thousand", with: "")
        hasOnlySign = !["us", "u.s"].contains(where: words.contains)
    }

    /// The unit for a value of `dimension`; nil if there is none.
    func unit(of dimension: Dimension) -> WrittenUnit? {
        units.first { $0.dimension == dimension }?.unit
    }

    /// The same after a dollar sign.
    func currencyUnit(of dimension: Dimension) -> WrittenUnit? {
        currencyUnits.first { $0.dimension == dimension }?.unit
    }

    private static func namesDollars(_ text: String) -> Bool {
        ["usd", "us$", "$", "dollar"].contains(where: text.lowercased().hasPrefix)
    }

    private static func units(
        named text: String
    ) -> [(dimension: Dimension, unit: WrittenUnit)] {
        var units = WrittenUnit.named(text)
        if units.isEmpty {
            let words = UnitPhrase.short(text).split { $0.isWhitespace }
            if let last = words.last, let scale = Scale(last) {
                units = Self.units(named: words.dropLast(), scale)
            } else if let first = words.first, let scale = Scale(first) {
                units = Self.units(named: words.dropFirst(), scale)
            } else {
                units = WrittenUnit.named(words.joined())
            }
        }
        return units.map { ($0.unit.dimension, $0) }
    }

    private static func units(named words: ArraySlice<Substring>, _ scale: Scale) -> [WrittenUnit] {
        Unit.named(words.joined()).compactMap { $0.scaled(by: scale) }.map { WrittenUnit($0) }
    }
}

extension Unit {
    /// Whether `text` is a unit of any dimension, or a factor such as `million`.
    package static func isWritten(_ text: String) -> Bool {
        let meaning = UnitText(text)
        return meaning.dimension != nil || meaning.scale != nil
    }

    /// The unit of a thousand, million, … of this unit; nil unless it exists, which it does for
    /// dollars and shares.
    func scaled(by scale: UnitText.Scale) -> Unit? {
        switch (self, scale) {
        case (.dollar, .thousand): .thousandDollars
        case (.dollar, .million): .millionDollars
        case (.dollar, .billion): .billionDollars
        case (.dollar, .trillion): .trillionDollars
        case (.share, .thousand): .thousandShares
        case (.share, .million): .millionShares
        case (.share, .billion): .billionShares
        default: nil
        }
    }

    /// Whether the unit includes a factor, such as thousands of shares or billions of dollars.
    var isScaled: Bool {
        switch self {
        case .thousandDollars, .millionDollars, .billionDollars, .trillionDollars,
            .thousandShares, .millionShares, .billionShares:
            true
        default: false
        }
    }

    /// The codes of all units of a dimension, in the order of `Unit.allCases`.
    static func codes(of dimension: Dimension) -> [String] {
        allCases.filter { $0.dimension == dimension }.map(\.code)
    }
}
