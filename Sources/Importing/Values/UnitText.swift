import Mining

/// What a text may mean as a unit: `EH/s`, `USD bn`, `million`, `bn USD`.
///
/// Which of the meanings is right depends on what is measured: `USD` is money, and a price per
/// bitcoin. So all of them are found, once for every text. (A class, for the memo to hand out.)
final class UnitText: Sendable {
    /// A text that means no unit.
    static let nothing = UnitText("")

    /// A multiple of whatever unit goes with it.
    enum Scale: Sendable {
        case thousand, million, billion, trillion

        init?(_ word: some StringProtocol) {
            switch word.lowercased() {
            case "k", "thousand", "thousands": self = .thousand
            case "m", "mn", "mm", "million", "millions": self = .million
            case "b", "bn", "billion", "billions": self = .billion
            case "tn", "trillion", "trillions": self = .trillion
            default: return nil
            }
        }
    }

    /// The units that the text names, at most one of each dimension.
    private let units: [(dimension: Dimension, unit: Unit)]
    /// Those that it names behind a sign of currency: `bn` in `$62 bn`, `/MWh` in `$45/MWh`.
    private let currencyUnits: [(dimension: Dimension, unit: Unit)]
    /// What the text multiplies by, where it is nothing but a scale.
    let scale: Scale?
    /// What the text is a unit of in the first place; `nil` where it is none.
    var dimension: Dimension? { units.first?.dimension }
    /// The same behind a sign of currency.
    var currencyDimension: Dimension? { currencyUnits.first?.dimension }

    init(_ text: String) {
        units = Self.units(named: text)
        currencyUnits = Self.units(named: "$ " + text)
        scale = Scale(text)
    }

    func unit(of dimension: Dimension) -> Unit? {
        units.first { $0.dimension == dimension }?.unit
    }

    func currencyUnit(of dimension: Dimension) -> Unit? {
        currencyUnits.first { $0.dimension == dimension }?.unit
    }

    private static func units(named text: String) -> [(dimension: Dimension, unit: Unit)] {
        var units = Unit.named(text)
        if units.isEmpty {
            let words = text.split { $0.isWhitespace }
            if let last = words.last, let scale = Scale(last) {
                units = Unit.named(words.dropLast().joined()).compactMap { $0.scaled(by: scale) }
            } else if let first = words.first, let scale = Scale(first) {
                units = Unit.named(words.dropFirst().joined()).compactMap { $0.scaled(by: scale) }
            }
        }
        return units.map { ($0.dimension, $0) }
    }
}

extension Unit {
    /// Whether `text` is a unit of any dimension, or a scale such as `million`.
    package static func isWritten(_ text: String) -> Bool {
        let meaning = UnitText(text)
        return meaning.dimension != nil || meaning.scale != nil
    }

    /// A thousand, million, … of this unit, where that is a unit: of dollars and of shares.
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

    /// Whether it is a thousand, million, … of dollars or shares.
    var isScaled: Bool {
        switch self {
        case .thousandDollars, .millionDollars, .billionDollars, .trillionDollars,
            .thousandShares, .millionShares, .billionShares:
            true
        default: false
        }
    }

    /// The codes of the units of a dimension, in the order of the catalogue.
    static func codes(of dimension: Dimension) -> [String] {
        allCases.filter { $0.dimension == dimension }.map(\.code)
    }
}
