/// The table of all units: code, dimension, size, and the spellings that imports accept.
extension Unit {
    struct Properties {
        var code: String
        var dimension: Dimension
        var exponent: Int
        var spellings: [String] = []
    }

    var properties: Properties { Self.catalogue[rawValue - 1] }

    /// One row per case, in the order of the cases.
    static let catalogue: [Properties] = [
        .init(code: "MH/s", dimension: .hashrate, exponent: 0, spellings: ["mh", "mhs"]),
        .init(code: "GH/s", dimension: .hashrate, exponent: 3, spellings: ["gh", "ghs"]),
        .init(code: "TH/s", dimension: .hashrate, exponent: 6, spellings: ["th", "ths"]),
        .init(code: "PH/s", dimension: .hashrate, exponent: 9, spellings: ["ph", "phs"]),
        .init(code: "EH/s", dimension: .hashrate, exponent: 12, spellings: ["eh", "ehs"]),
        .init(code: "ZH/s", dimension: .hashrate, exponent: 15, spellings: ["zh", "zhs"]),
        .init(
            code: "sat", dimension: .bitcoin, exponent: 0,
            spellings: ["sats", "satoshi", "satoshis"]),
        .init(
            code: "BTC", dimension: .bitcoin, exponent: 8,
            spellings: ["₿", "bitcoin", "bitcoins", "btcs", "xbt"]),
        .init(
            code: "US cents", dimension: .money, exponent: 0,
            spellings: ["uscent", "cent", "cents", "¢"]),
        .init(
            code: "USD", dimension: .money, exponent: 2,
            spellings: ["$", "us$", "dollar", "dollars"]),
        .init(
            code: "USD k", dimension: .money, exponent: 5,
            spellings: ["$k", "usdthousand", "usdthousands", "kusd", "thousandusd", "usd000"]),
        .init(
            code: "USD m", dimension: .money, exponent: 8,
            spellings: [
                "$m", "$mm", "usdmm", "usdmn", "usdmillion", "usdmillions", "millionusd", "musd",
            ]),
        .init(
            code: "USD bn", dimension: .money, exponent: 11,
            spellings: ["$b", "$bn", "usdbillion", "usdbillions", "billionusd"]),
        .init(
            code: "USD tn", dimension: .money, exponent: 14,
            spellings: ["$t", "$tn", "usdtrillion", "usdtrillions"]),
        .init(
            code: "USD", dimension: .pricePerShare, exponent: 6,
            spellings: ["$", "us$", "usd/share", "$/share", "dollar", "dollars"]),
        .init(
            code: "USD/BTC", dimension: .pricePerBitcoin, exponent: 6,
            spellings: ["$/btc", "usd", "$", "us$", "btcusd", "usdperbtc"]),
        .init(
            code: "USD/MWh", dimension: .pricePerEnergy, exponent: 6,
            spellings: ["$/mwh", "usdpermwh"]),
        .init(
            code: "USD/kWh", dimension: .pricePerEnergy, exponent: 9,
            spellings: ["$/kwh", "usdperkwh"]),
        .init(
            code: "US cents/kWh", dimension: .pricePerEnergy, exponent: 7,
            spellings: ["cents/kwh", "cent/kwh", "c/kwh", "¢/kwh", "centsperkwh"]),
        .init(
            code: "USD/TH/day", dimension: .pricePerHashrate, exponent: 9,
            spellings: ["$/th/day", "usd/th/s/day", "$/th/s/day"]),
        .init(
            code: "USD/PH/day", dimension: .pricePerHashrate, exponent: 6,
            spellings: ["$/ph/day", "usd/ph/s/day", "$/ph/s/day"]),
        .init(
            code: "USD/EH/day", dimension: .pricePerHashrate, exponent: 3,
            spellings: ["$/eh/day", "usd/eh/s/day", "$/eh/s/day"]),
        .init(code: "count", dimension: .count, exponent: 0, spellings: ["companies"]),
        .init(code: "shares", dimension: .count, exponent: 0, spellings: ["share"]),
        .init(
            code: "shares k", dimension: .count, exponent: 3,
            spellings: ["kshares", "thousandshares", "sharesthousand"]),
        .init(
            code: "shares m", dimension: .count, exponent: 6,
            spellings: ["mshares", "mmshares", "millionshares", "sharesmillion"]),
        .init(
            code: "shares bn", dimension: .count, exponent: 9,
            spellings: ["bnshares", "bshares", "billionshares", "sharesb", "sharesbillion"]),
        .init(code: "blocks", dimension: .count, exponent: 0, spellings: ["block"]),
        .init(
            code: "J/TH", dimension: .efficiency, exponent: 3,
            spellings: ["j/t", "w/th", "w/t", "w/th/s", "jth", "mw/eh/s", "mw/eh", "mwpereh/s"]),
        .init(
            code: "J/GH", dimension: .efficiency, exponent: 6, spellings: ["w/gh", "w/gh/s", "j/g"]),
        .init(code: "W", dimension: .power, exponent: 0, spellings: ["watt", "watts"]),
        .init(code: "kW", dimension: .power, exponent: 3, spellings: ["kilowatt", "kilowatts"]),
        .init(code: "MW", dimension: .power, exponent: 6, spellings: ["megawatt", "megawatts"]),
        .init(code: "GW", dimension: .power, exponent: 9, spellings: ["gigawatt", "gigawatts"]),
        .init(code: "Wh", dimension: .energy, exponent: 0),
        .init(code: "kWh", dimension: .energy, exponent: 3),
        .init(code: "MWh", dimension: .energy, exponent: 6),
        .init(code: "GWh", dimension: .energy, exponent: 9),
        .init(code: "TWh", dimension: .energy, exponent: 12),
        .init(code: "difficulty", dimension: .difficulty, exponent: 0),
        .init(
            code: "T", dimension: .difficulty, exponent: 12,
            spellings: ["trillion", "tdifficulty", "difficultyt"]),
        .init(
            code: "BTC/day", dimension: .bitcoinPerDay, exponent: 8,
            spellings: ["btc", "btcperday", "bitcoin/day"]),
        .init(
            code: "sat/day", dimension: .bitcoinPerDay, exponent: 0,
            spellings: ["sats/day", "satoshi/day"]),
        .init(
            code: "%", dimension: .percentage, exponent: 6, spellings: ["percent", "pct"]),
        .init(
            code: "bp", dimension: .percentage, exponent: 4,
            spellings: ["bps", "basispoint", "basispoints"]),
        .init(code: "x", dimension: .multiple, exponent: 6, spellings: ["times"]),
    ]
}
