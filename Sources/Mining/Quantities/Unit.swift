/// A unit that figures are published in: a power of ten of its dimension's base unit.
///
/// The raw values are stored in books, so they must never be reused or renumbered. To add a unit,
/// add a case here and a row in `Unit+Catalogue.swift`. The next command that writes to a book adds
/// it to the book's table of units.
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

    /// The unit as files, tables and JSON write it: `EH/s`, `USD bn`, `J/TH`.
    ///
    /// Unique only within a dimension: `USD` is both an amount of money and a price per share.
    package var code: String { properties.code }

    /// What the unit measures.
    package var dimension: Dimension { properties.dimension }

    /// One of this unit is 10^`exponent` of the dimension's base unit; 0 … 15.
    package var exponent: Int { properties.exponent }

    /// Other ways to write it that imports accept, in lower case and without spaces.
    package var spellings: [String] { properties.spellings }

    /// Finds the unit of `dimension` by its code or a spelling, ignoring letter case and spaces.
    /// Returns nil if the dimension has no such unit.
    package init?(_ text: String, in dimension: Dimension) {
        let wanted = Self.normalized(text)
        let found = Self.allCases.first {
            $0.dimension == dimension
                && (Self.normalized($0.code) == wanted || $0.spellings.contains(wanted))
        }
        guard let found else { return nil }
        self = found
    }

    /// The units of all dimensions with this code or spelling, in the order of the cases. Empty if
    /// there are none; at most one per dimension.
    package static func named(_ text: String) -> [Unit] {
        Dimension.allCases.compactMap { Unit(text, in: $0) }.sorted { $0.rawValue < $1.rawValue }
    }

    private static func normalized(_ text: String) -> String {
        text.lowercased().filter { !$0.isWhitespace }
    }
}

extension Unit: CustomStringConvertible {
    /// The code.
    package var description: String { code }
}
