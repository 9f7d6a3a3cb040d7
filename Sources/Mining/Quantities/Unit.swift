/// A unit that values are printed in: a power of ten of its dimension's base unit.
///
/// The raw values are stored in books, so they are never reused or renumbered. A new unit
/// is one more case, one more row in `catalogue`, and one migration that inserts it.
package enum Unit: Int, Sendable, Hashable, CaseIterable {
    case megahashPerSecond = 1
    case gigahashPerSecond, terahashPerSecond, petahashPerSecond
    case exahashPerSecond, zettahashPerSecond
    case satoshi, bitcoin
    case cent, dollar, thousandDollars, millionDollars, billionDollars, trillionDollars
    case dollarPerShare
    case dollarPerBitcoin
    case dollarPerMegawattHour, dollarPerKilowattHour, centPerKilowattHour
    case dollarPerTerahashDay, dollarPerPetahashDay, dollarPerExahashDay
    case count, share, thousandShares, millionShares, billionShares, block
    case joulePerTerahash, joulePerGigahash
    case watt, kilowatt, megawatt, gigawatt
    case wattHour, kilowattHour, megawattHour, gigawattHour, terawattHour
    case difficulty, trillionDifficulty
    case bitcoinPerDay, satoshiPerDay
    case percent, basisPoint
    case times

    /// The unit as it is written in files, tables and JSON: `EH/s`, `USD bn`, `J/TH`.
    ///
    /// Unique within a dimension only: `USD` is an amount of money and a price per share.
    package var code: String { properties.code }

    package var dimension: Dimension { properties.dimension }

    /// One of this unit is 10 to this power of the dimension's base unit.
    package var exponent: Int { properties.exponent }

    /// Other ways to write it that files use, in lower case and without spaces.
    package var spellings: [String] { properties.spellings }

    /// The unit of `dimension` that `text` names, by code or spelling; letter case and
    /// spaces don't matter. `nil` where the dimension has no such unit.
    package init?(_ text: String, in dimension: Dimension) {
        let wanted = Self.normalized(text)
        let found = Self.allCases.first {
            $0.dimension == dimension
                && (Self.normalized($0.code) == wanted || $0.spellings.contains(wanted))
        }
        guard let found else { return nil }
        self = found
    }

    /// The units that `text` names in any dimension, in the order of the catalogue.
    package static func named(_ text: String) -> [Unit] {
        Dimension.allCases.compactMap { Unit(text, in: $0) }.sorted { $0.rawValue < $1.rawValue }
    }

    private static func normalized(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }
}

extension Unit: CustomStringConvertible {
    package var description: String { code }
}
