/// A word of a text above a table, as far as it can be part of a unit. `US$m` is two of them.
enum UnitWord: Equatable {
    /// `$`, `USD`, `dollars`.
    case dollar
    /// `C$`, `EUR`, `pounds`.
    case otherCurrency
    /// The code of a currency that is also a word or a name, and codes of coins.
    case maybeCurrency
    /// Whose dollars they are, if dollars or a factor are beside it: `Canadian`, `HK`.
    case country
    /// `thousands`, `m`. The scale is nil if none is known: `hundreds`, `1,000`.
    case factor(UnitText.Scale?, Form)
    case number(isYear: Bool)
    /// A number with its currency: `$500`.
    case amount
    case `in`, of, per
    /// A word that says nothing about the unit, such as `amounts`.
    case filler
    /// Any other word, in lower case.
    case other(String)

    enum Form: Equatable {
        case singular, plural
        /// `m`, `bn`: letters that are a factor only beside a currency or behind `in`.
        case letters
    }

    var isFactor: Bool {
        if case .factor = self { true } else { false }
    }

    /// The meanings of a word of letters, in lower case.
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
        return code(word) ?? joined(word) ?? [.other(String(word))]
    }

    /// A factor in words or letters; nil for other words.
    static func factor(_ word: Substring) -> UnitWord? {
        if let scale = UnitText.Scale(word) {
            return .factor(
                scale, word.count < 4 ? .letters : word.last == "s" ? .plural : .singular)
        }
        if ["000", "000s"].contains(word) { return .factor(.thousand, .plural) }
        let digits = word.last == "s" ? word.dropLast() : word
        if ["1,000", "1000", "1,000,000", "1000000"].contains(digits) {
            return .factor(nil, word.last == "s" ? .plural : .letters)
        }
        return unclearFactors.contains(word) ? .factor(nil, .letters) : nil
    }

    private static func code(_ word: Substring) -> [UnitWord]? {
        let code = word.uppercased()
        if OtherCurrency.codes.contains(code) {
            return [OtherCurrency.ordinaryWords.contains(code) ? .maybeCurrency : .otherCurrency]
        }
        // `TUSD` is also what thousands of dollars are called.
        return OtherCurrency.isCoin(code) && code != "TUSD" ? [.maybeCurrency] : nil
    }

    /// A code and a factor without a space: `USDm`, `kEUR`, `USD000`.
    private static func joined(_ word: Substring) -> [UnitWord]? {
        guard word.count > 3 else { return nil }
        for (code, rest) in [
            (word.prefix(3), word.dropFirst(3)), (word.suffix(3), word.dropLast(3)),
        ] {
            guard let factor = factor(rest) ?? (rest == "t" ? .factor(nil, .letters) : nil)
            else { continue }
            if code == "usd" { return [.dollar, factor] }
            if Self.code(code) == [.otherCurrency] { return [.otherCurrency, factor] }
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
    private static let unclearFactors: Set<Substring> = [
        "hundred", "hundreds", "mio", "mln", "mil", "bln", "bil", "tsd", "lakh",
        "lakhs", "crore", "crores", "cent", "cents", "¢",
    ]
    private static let currencyNames: Set<Substring> = [
        "euro", "euros", "pound", "pounds", "sterling", "pence", "yen", "yuan", "renminbi",
        "rupee", "rupees", "krone", "kroner", "krona", "kronor", "franc", "francs", "ruble",
        "rubles", "rouble", "roubles", "tenge", "reais", "peso", "pesos", "dirham", "dirhams",
        "shekel", "shekels", "baht", "ringgit", "zloty", "dinar", "dinars", "riyal", "riyals",
    ]
    private static let countries: Set<Substring> = [
        "c", "ca", "can", "cdn", "canadian", "au", "aus", "australian", "nz", "zealand", "hk",
        "kong", "sg", "singapore", "nt", "taiwan", "mexican", "brazilian",
    ]
}
