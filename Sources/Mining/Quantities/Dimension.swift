/// What a quantity measures, and thereby the base unit that its integers count.
///
/// Quantities of one dimension convert exactly into each other, because every unit is a
/// power of ten of the base unit; quantities of two dimensions never meet. The base units
/// are small enough that no figure as published has digits below them, and large enough
/// that `Int64` holds any figure the sector can print: the network's 10²¹ H/s are 10¹⁵ MH/s.
package enum Dimension: String, Sendable, Hashable, CaseIterable {
    /// Hashes per second; base unit 1 MH/s.
    case hashrate
    /// Amounts of bitcoin; base unit 1 satoshi.
    case bitcoin
    /// Amounts of money; base unit 1 US cent.
    case money
    /// Money per share; base unit 1 millionth of a dollar.
    case pricePerShare = "price per share"
    /// Money per bitcoin; base unit 1 millionth of a dollar per bitcoin.
    case pricePerBitcoin = "price per bitcoin"
    /// Money per electrical energy; base unit 1 millionth of a dollar per MWh.
    case pricePerEnergy = "price per energy"
    /// Revenue of a hashrate in a day; base unit 1 millionth of a dollar per PH/s and day.
    case pricePerHashrate = "price per hashrate"
    /// Things that are counted: shares, blocks, companies; base unit 1.
    case count
    /// Energy per work done; base unit 1 mJ/TH.
    case efficiency
    /// Electrical power; base unit 1 W.
    case power
    /// Electrical energy; base unit 1 Wh.
    case energy
    /// Mining difficulty, a pure number; base unit 1.
    case difficulty
    /// Bitcoin per day; base unit 1 satoshi per day.
    case bitcoinPerDay = "bitcoin per day"
    /// Shares and relative changes; base unit 1 millionth of a percent.
    case percentage
    /// How many times one amount holds another; base unit 1 millionth.
    case multiple

    /// What a value of the dimension is called in a message, with its article.
    package var noun: String {
        switch self {
        case .hashrate: "a hashrate"
        case .bitcoin: "an amount of bitcoin"
        case .money: "an amount of money"
        case .pricePerShare: "a price per share"
        case .pricePerBitcoin: "a price per bitcoin"
        case .pricePerEnergy: "a price of energy"
        case .pricePerHashrate: "a price per hashrate"
        case .count: "a count"
        case .efficiency: "an efficiency"
        case .power: "a power"
        case .energy: "an amount of energy"
        case .difficulty: "a difficulty"
        case .bitcoinPerDay: "an amount of bitcoin per day"
        case .percentage: "a percentage"
        case .multiple: "a multiple"
        }
    }

    /// A value of the dimension as one would write it, for messages that ask for one.
    package var example: String {
        switch self {
        case .hashrate: "38.5 EH/s"
        case .bitcoin: "712.53 BTC"
        case .money: "3.2 USD bn"
        case .pricePerShare: "12.34 USD"
        case .pricePerBitcoin: "95550 USD/BTC"
        case .pricePerEnergy: "45 USD/MWh"
        case .pricePerHashrate: "39.8 USD/PH/day"
        case .count: "350500000"
        case .efficiency: "18.5 J/TH"
        case .power: "750 MW"
        case .energy: "4443.7 MWh"
        case .difficulty: "148258433855481"
        case .bitcoinPerDay: "2.5 BTC/day"
        case .percentage: "41.2 %"
        case .multiple: "1.5 x"
        }
    }
}
