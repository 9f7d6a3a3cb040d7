/// Reads the words of a text above a table.
struct UnitWords {
    private(set) var words: [UnitWord] = []

    /// `text` is in lower case.
    init(_ text: Substring) {
        for word in text.split(whereSeparator: { $0.isWhitespace || "-+*=!?&\"“”_×".contains($0) })
        {
            add(word)
        }
        joinAmounts()
    }

    private mutating func add(_ marked: Substring) {
        var word = marked
        while let last = word.last, "'.,".contains(last) { word.removeLast() }
        while let first = word.first, "'.".contains(first) { word.removeFirst() }
        // `000's`, `$'000`
        word.removeAll { $0 == "'" }
        guard !word.isEmpty else { return }
        if word.contains("/"), word.count > 1 {
            addRatio(word)
        } else if let sign = word.firstIndex(where: Self.isSign) {
            add(word[sign], before: word[..<sign], after: word[word.index(after: sign)...])
        } else if let factor = UnitWord.factor(word) {
            words.append(factor)
        } else if word.first?.isNumber == true {
            addNumber(word)
        } else {
            words += UnitWord.named(word)
        }
    }

    private static func isSign(_ character: Character) -> Bool {
        character == "$" || (OtherCurrency.isSign(character) && !"₿¢".contains(character))
    }

    /// Adds a sign of a currency with what is written without a space beside it: `us$m`, `c$`, `$500`.
    private mutating func add(_ sign: Character, before: Substring, after: Substring) {
        let factor = UnitWord.factor(before)
        if let factor { words.append(factor) }
        let isDollar = sign == "$" && (factor != nil || ["", "us", "usd", "in"].contains(before))
        let currency = isDollar ? UnitWord.dollar : .otherCurrency
        if let factor = UnitWord.factor(after) {
            words += [currency, factor]
        } else if after.first?.isNumber == true {
            words.append(.amount)
        } else if !isDollar || ["", "us", "usd"].contains(after) {
            words.append(currency)
        } else {
            let isOther = [[.otherCurrency], [.country]].contains(UnitWord.named(after))
            // `$riot` is a ticker.
            words.append(isOther ? .otherCurrency : .other(String(after)))
        }
    }

    /// Adds a word with a slash. `$/mwh` is no unit of amounts, and `usd/cad` has another currency.
    private mutating func addRatio(_ word: Substring) {
        let parts = word.split(separator: "/").flatMap { UnitWords($0).words }
        if parts.contains(.otherCurrency) {
            words.append(.otherCurrency)
        } else {
            words.append(.other(String(word)))
        }
    }

    /// Adds a word that begins with a digit: `2025`, `5`, `5m`, `3q25`.
    private mutating func addNumber(_ word: Substring) {
        let digits = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
        let rest = word[digits.endIndex...]
        let isYear = digits.count == 4 && ["19", "20"].contains(digits.prefix(2))
        if rest.isEmpty, !isYear {
            words.append(.number)
        } else if UnitWord.factor(rest) != nil {
            words.append(.amount)
        } else {
            words.append(.other(String(word)))
        }
    }

    /// Joins the words of an amount, such as `$ 500 million` or `5 million usd`, into one, because
    /// its factor is not the table's.
    private mutating func joinAmounts() {
        var joined: [UnitWord] = []
        var rest = words[...]
        while var word = rest.popFirst() {
            if word.isCurrency, rest.first == .number {
                rest.removeFirst()
                word = .amount
            }
            if word == .number || word == .amount {
                if case .factor(_, let form) = rest.first, form != .plural {
                    rest.removeFirst()
                    word = .amount
                }
                if word == .amount, rest.first?.isCurrency == true { rest.removeFirst() }
            }
            joined.append(word)
        }
        words = joined
    }
}
