/// A word of a text above a table, as far as it can be part of a unit.
enum UnitWord: Equatable {
    /// `$`, `USD`, `dollars`.
    case dollar
    /// `C$`, `EUR`, `pounds`.
    case otherCurrency
    /// The code of a coin, or of a currency if it is also a word or a name: `ETH`, `try`.
    case code
    /// A country, which names a currency if it stands before dollars or alone: `Canadian`.
    case country
    /// `thousands`, `m`. The scale is nil if it is not one of the book: `hundreds`, `1,000`.
    case factor(UnitText.Scale?, Form)
    /// A number that is no year.
    case number
    /// A number with a currency or a factor: `$500`, `5m`.
    case amount
    case `in`, of, per
    /// A word that says nothing about the unit, such as `amounts`.
    case filler
    /// Any other word, in lower case.
    case other(String)

    /// How a factor is written. Letters are `m` and `bn`.
    enum Form {
        case singular, plural, letters
    }

    var isFactor: Bool {
        if case .factor = self { true } else { false }
    }

    var isCurrency: Bool { self == .dollar || self == .otherCurrency }

    /// Whether it only connects words, as `of` and `amounts` do.
    var isLink: Bool { [.in, .of, .filler].contains(self) }

    /// The meanings of a word of letters in lower case; two for `usdm`.
    static func named(_ word: Substring) -> [UnitWord] {
        switch word {
        case "in": return [.in]
        case "of": return [.of]
        case "per": return [.per]
        case "$", "usd", "dollar", "dollars": return [.dollar]
        default: break
        }
        if fillers.contains(word) { return [.filler] }
        if let factor = factor(word) { return [factor] }
        if currencyNames.contains(word) { return [.otherCurrency] }
        if countries.contains(word) { return [.country] }
        return currency(word).map { [$0] } ?? joined(word) ?? [.other(String(word))]
    }

    /// A factor in words, letters or digits; nil for other words.
    static func factor(_ word: Substring) -> UnitWord? {
        let isPlural = word.last == "s"
        if let scale = UnitText.Scale(word) {
            return .factor(scale, word.count < 4 ? .letters : isPlural ? .plural : .singular)
        }
        if ["000", "000s"].contains(word) { return .factor(.thousand, .plural) }
        if ["1,000", "1000", "1,000,000", "1000000"].contains(isPlural ? word.dropLast() : word) {
            return .factor(nil, .plural)
        }
        return otherFactors.contains(word) ? .factor(nil, .letters) : nil
    }

    /// The meaning of the code of another currency or a coin; nil for other words.
    private static func currency(_ word: Substring) -> UnitWord? {
        let code = word.uppercased()
        if OtherCurrency.codes.contains(code) {
            return OtherCurrency.ordinaryWords.contains(code) ? .code : .otherCurrency
        }
        // `TUSD` is also what thousands of dollars are called.
        return OtherCurrency.isCoin(code) && code != "TUSD" ? .code : nil
    }

    /// A code and a factor without a space: `usdm`, `keur`, `usd000`, `teur`.
    private static func joined(_ word: Substring) -> [UnitWord]? {
        for (code, rest) in [
            (word.prefix(3), word.dropFirst(3)), (word.suffix(3), word.dropLast(3)),
        ] {
            guard let factor = rest == "t" ? .factor(nil, .letters) : factor(rest) else { continue }
            if code == "usd" { return [.dollar, factor] }
            if currency(code) == .otherCurrency { return [.otherCurrency, factor] }
        }
        return nil
    }

    private static let fillers: Set<Substring> = [
        "all", "amounts", "amount", "figures", "values", "numbers", "expressed", "stated",
        "reported", "presented", "shown", "given", "unaudited", "are", "data", "financial",
        "financials", "currency", "the", "unit", "units", "table", "tabular", "denominated",
        "omitted", "us", "united", "states", "american", "scale", "denomination", "reporting",
        "monetary",
    ]
    private static let otherFactors: Set<Substring> = [
        "hundred", "hundreds", "thou", "ths", "thsd", "mil", "mill", "bil", "lakh", "lakhs",
        "crore", "crores", "cent", "cents", "¢",
    ]
    private static let currencyNames: Set<Substring> = [
        "euro", "euros", "pound", "pounds", "sterling", "pence", "yen", "yuan", "renminbi",
        "rs", "rupee", "rupees", "kr", "krone", "kroner", "krona", "kronor", "franc", "francs",
        "ruble", "rubles", "rouble", "roubles", "tenge", "reais", "peso", "pesos", "dirham",
        "dirhams", "shekel", "shekels", "baht", "ringgit", "zloty", "dinar", "dinars", "riyal",
        "riyals",
    ]
    private static let countries: Set<Substring> = [
        "ca", "cdn", "canadian", "au", "aus", "australian", "nz", "zealand", "hk", "kong", "sg",
        "singapore", "nt", "taiwan", "mexican", "brazilian",
    ]
}
