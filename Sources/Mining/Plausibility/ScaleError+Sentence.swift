extension ScaleError {
    /// `1000 times 38.5 EH/s`, `a thousandth of 38.5 EH/s`, with the splits in between:
    /// `more than 25 times 4 USD after the 25:1 split on 2025-08-01`.
    package func sentence(beside other: String) -> String {
        let after = splits.isEmpty ? "" : " after the \(splits.joined(separator: " and the "))"
        return "\(words) \(other)\(after)"
    }

    /// What to ask the user about the unit of `value`.
    package func question(about value: Quantity) -> String {
        if mayBeSplit {
            return splits.isEmpty
                ? "is the unit right, or does share_basis lack a split?"
                : "is the unit right, and are the split and published_on?"
        }
        return likelyUnit.map { "is the unit \($0) instead of \(value.unit)?" }
            ?? "is the unit right?"
    }

    /// `1000 times`, `a thousandth of`, `about 1000 times`, `25 times`, `more than 33 times`.
    private var words: String {
        let parts = [
            1: "tenth", 2: "hundredth", 3: "thousandth", 6: "millionth", 9: "billionth",
        ]
        if let power, abs(deviation) < 0.1 {
            let about = abs(deviation) < 0.001 ? "" : "about "
            if power > 0 { return about + "1" + String(repeating: "0", count: power) + " times" }
            if let part = parts[-power] { return "\(about)a \(part) of" }
        }
        let times = min(max(ratio, 1 / ratio), 1e15)
        let isWhole = abs(times.rounded() / times - 1) < 1e-9
        let whole = Int(isWhole ? times.rounded() : times)
        return ratio > 1
            ? "\(isWhole ? "" : "more than ")\(whole) times"
            : "\(isWhole ? "" : "less than ")1/\(whole) of"
    }
}
