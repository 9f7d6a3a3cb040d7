import Mining

/// The words of a text above a table. Amounts in it, such as `$500 million` and `5 million shares`,
/// are no units and have no words for their factors.
struct UnitWords {
    private(set) var words: [UnitWord] = []

    init(_ text: Substring) {
        let text = text.replacing("U.S.", with: "US").replacing("u.s.", with: "us")
            .replacing("’", with: "'")
        for word in text.split(whereSeparator: { $0.isWhitespace || "-+*=!?&\"“”_×".contains($0) })
        {
            // `A $` are Australian dollars, `a $` is nothing.
            if word == "A" { words.append(.country) } else { add(Substring(word.lowercased())) }
        }
        removeAmounts()
    }

    private mutating func add(_ marked: Substring) {
        var word = marked
        while let last = word.last, "'.,".contains(last) { word.removeLast() }
        while let first = word.first, "'.".contains(first) { word.removeFirst() }
        if word.hasSuffix("'s") { word = word.dropLast(2) + (word.hasSuffix("0's") ? "s" : "") }
        word.removeAll { $0 == "'" }
        guard !word.isEmpty else { return }
        if word.contains("/"), word.count > 1 {
            addRatio(word)
        } else if let sign = word.firstIndex(where: {
            $0 == "$" || (OtherCurrency.isSign($0) && $0 != "₿" && $0 != "¢")
        }) {
            add(word[sign], before: word[..<sign], after: word[word.index(after: sign)...])
        } else if let factor = UnitWord.factor(word) {
            words.append(factor)
        } else if word.first?.isNumber == true {
            addNumber(word)
        } else if word == "dollars" {
            addDollars()
        } else {
            words += UnitWord.named(word)
        }
    }

    /// Adds a sign of a currency with what is written without a space beside it.
    private mutating func add(_ sign: Character, before: Substring, after: Substring) {
        let factor = UnitWord.factor(before)
        if let factor { words.append(factor) }
        let isDollar = sign == "$" && (factor != nil || ["", "us", "usd", "in"].contains(before))
        let currency = isDollar ? UnitWord.dollar : .otherCurrency
        if let factor = UnitWord.factor(after) {
            words += [currency, factor]
        } else if after.first?.isNumber == true {
            words.append(.amount)
        } else if after.isEmpty || after == "us" || after == "usd" {
            words.append(currency)
        } else {
            let rest = UnitWord.named(after)
            let isOther = rest == [.otherCurrency] || rest == [.country] || after == "a"
            // `$RIOT` is a ticker.
            words.append(isOther || currency != .dollar ? .otherCurrency : .other(String(after)))
        }
    }

    /// Adds a word with a slash. `$/MWh` is a price, and `$m/CAD m` are two units.
    private mutating func addRatio(_ word: Substring) {
        let parts = word.split(separator: "/")
        let readings = parts.map { UnitWords($0).words }
        if readings.joined().contains(.otherCurrency) {
            words.append(.otherCurrency)
        } else if readings.count > 1, readings.dropFirst().allSatisfy({ $0.count == 1 }),
            let last = parts.last, Self.bases.contains(last)
        {
            words.append(.other(String(word)))
        } else if readings.joined().contains(where: \.isFactor) {
            words += [.dollar, .factor(nil, .plural)]
        } else {
            words.append(.other(String(word)))
        }
    }

    /// Adds a word that begins with a digit: `2025`, `5`, `5m`.
    private mutating func addNumber(_ word: Substring) {
        let digits = word.prefix { $0.isNumber || $0 == "." || $0 == "," }
        let rest = word[digits.endIndex...]
        if rest.isEmpty {
            let isYear = digits.count == 4 && (digits.hasPrefix("20") || digits.hasPrefix("19"))
            words.append(.number(isYear: isYear || Self.labels(words.last)))
        } else if UnitWord.factor(rest) != nil {
            words.append(.amount)
        } else {
            words.append(.other(String(word)))
        }
    }

    /// Whether the number behind a word is no count: `FY 25`, `Note 2`.
    private static func labels(_ word: UnitWord?) -> Bool {
        if case .other(let word) = word { numberedWords.contains(word) } else { false }
    }

    /// Adds `dollars`, which the word before may make another currency: `Bahamian dollars`.
    private mutating func addDollars() {
        if case .other(let word) = words.last, word.hasSuffix("an") || word.hasSuffix("ese") {
            words[words.count - 1] = .otherCurrency
        }
        words.append(.dollar)
    }

    private mutating func removeAmounts() {
        var kept: [UnitWord] = []
        var rest = words[...]
        while let word = rest.popFirst() {
            let isCurrency = word == .dollar || word == .otherCurrency
            if isCurrency, rest.first == .number(isYear: false),
                rest.dropFirst().first?.isFactor == true
            {
                rest = rest.dropFirst(2)
                kept.append(.amount)
            } else if word == .amount {
                if rest.first?.isFactor == true { rest = rest.dropFirst() }
                if rest.first == .dollar { rest = rest.dropFirst() }
                kept.append(.amount)
            } else if word == .number(isYear: false), case .factor(_, let form) = rest.first,
                form != .plural
            {
                rest = rest.dropFirst()
                if rest.first == .dollar || rest.first == .otherCurrency { rest = rest.dropFirst() }
                kept.append(.amount)
            } else {
                kept.append(word)
            }
        }
        words = kept
    }

    /// What prices are for one of.
    static let bases: Set<Substring> = [
        "share", "ads", "btc", "bitcoin", "coin", "block", "kwh", "mwh", "kw", "mw", "gw", "th",
        "ph", "eh", "day", "s",
    ]
    private static let numberedWords: Set<String> = [
        "fy", "q", "table", "note", "notes", "page", "fiscal", "year", "exhibit", "schedule",
        "item", "no", "part", "section", "figure", "version", "sheet", "form",
    ]
}
