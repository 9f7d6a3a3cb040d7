/// The currencies and coins that are not US dollars, the only currency of the book.
enum OtherCurrency {
    /// Whether a text names one by a code, such as `EUR`, or a sign, such as `€` or `C$`.
    static func isNamed(in text: String) -> Bool {
        if text.contains(where: isSign) { return true }
        let words = text.split { !$0.isLetter && $0 != "$" }
        return words.contains { word in
            let code = word.uppercased()
            // `A$m` has a factor.
            return codes.contains(code) || dollars.contains(where: code.hasPrefix) || isCoin(code)
        }
    }

    /// Whether a character is the sign of a currency other than `$`: `€`, `¥`.
    static func isSign(_ character: Character) -> Bool {
        character.unicodeScalars.contains {
            !$0.isASCII && $0.properties.generalCategory == .currencySymbol
        }
    }

    /// Whether a code in capital letters is that of a coin. Coins that are named like the dollar count:
    /// `USDP`, `GUSD`, `FDUSD`. What may be a scale, as in `MUSD` or `USDMM`, does not.
    static func isCoin(_ code: String) -> Bool {
        if coins.contains(code) { return true }
        guard let range = code.firstRange(of: "USD") else { return false }
        let (before, after) = (code[..<range.lowerBound], code[range.upperBound...])
        guard before.isEmpty != after.isEmpty, before.count <= 3, after.count <= 2 else {
            return false
        }
        let scales: Set<Substring> = [
            "K", "M", "MM", "MN", "MIO", "MLN", "MIL", "B", "BN", "BLN", "BIL", "T", "TN",
        ]
        // Forgotten slashes, as in `BTCUSD` and `USDPH`.
        let units: Set<Substring> = ["BTC", "XBT", "TH", "PH", "EH"]
        guard !units.contains(before), !units.contains(after) else { return false }
        return !scales.contains(before) && !scales.contains(after)
    }

    /// ISO 4217 codes of currencies in which listed miners report or are quoted.
    static let codes: Set<String> = [
        "EUR", "GBP", "GBX", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "CNY", "RMB", "JPY", "KRW",
        "CHF", "SEK", "NOK", "DKK", "ISK", "PLN", "CZK", "RUB", "KZT", "INR", "THB", "MYR", "IDR",
        "AED", "SAR", "QAR", "KWD", "BHD", "OMR", "JOD", "EGP", "NGN", "KES", "ETB", "ILS", "PHP",
        "VND", "PKR", "BDT", "LKR", "BTN", "UAH", "GEL", "AMD", "AZN", "UZS", "KGS", "HUF", "RON",
        "BGN", "RSD", "HRK", "MDL", "BYN", "CLP", "COP", "PEN", "UYU", "BOB", "CRC", "GTQ", "DOP",
        "BRL", "MXN", "ARS", "PYG", "ZAR", "TRY",
    ]

    /// Codes that are also words or names: `try`, `pen`, AMD.
    static let ordinaryWords: Set<String> = [
        "AMD", "ARS", "BOB", "BTN", "COP", "DOP", "ETB", "GEL", "ISK", "MDL", "PEN", "PHP", "RON",
        "SAR", "TRY",
    ]

    private static let dollars: Set<String> = [
        "C$", "CA$", "CAN$", "CDN$", "A$", "AU$", "NZ$", "HK$", "S$", "SG$", "NT$", "R$", "MX$",
    ]

    /// Coins. Without this list, USDT and USDB would look like trillions and billions of dollars.
    private static let coins: Set<String> = [
        "USDT", "USDC", "USDB", "BUSD", "TUSD", "DAI", "ETH", "LTC", "BCH", "SOL", "XRP", "XMR",
        "DOGE", "BNB", "KAS", "WBTC", "WETH", "XAUT",
    ]
}
