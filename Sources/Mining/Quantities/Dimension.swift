/// What a quantity measures. Each dimension has a base unit, and quantities are stored as whole
/// numbers of it.
///
/// Every unit is a power of ten of its dimension's base unit, so units of one dimension convert
/// exactly. Quantities of different dimensions are never compared or added. The base units are
/// small enough that no published figure has digits below them, and large enough that `Int64` holds
/// every figure of the sector: the network's 10²¹ H/s are 10¹⁵ MH/s.
///
/// The raw values are stored in books and appear in JSON.
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
    /// Revenue per hashrate and day; base unit 1 millionth of a dollar per PH/s and day.
    case pricePerHashrate = "price per hashrate"
    /// Things that are counted: shares, blocks, companies; base unit 1.
    case count
    /// Energy per hash; base unit 1 mJ/TH.
    case efficiency
    /// Electrical power; base unit 1 W.
    case power
    /// Electrical energy; base unit 1 Wh.
    case energy
    /// Mining difficulty, a number without a unit; base unit 1.
    case difficulty
    /// Bitcoin per day; base unit 1 satoshi per day.
    case bitcoinPerDay = "bitcoin per day"
    /// Proportions and relative changes; base unit 1 millionth of a percent.
    case percentage
    /// The ratio of two amounts, such as 1.5 x; base unit 1 millionth.
    case multiple

    /// What messages call a value of the dimension, with its article.
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

    /// An example value, for messages that ask for one.
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
