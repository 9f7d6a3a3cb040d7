import Mining

/// Warnings about values that are most unlikely to be right.
extension ImportProblem.Reason {
    /// A value that is many times, or a small part of, the value of another period.
    package static func tenfold(
        _ value: Quantity, _ other: Quantity, _ period: Period, _ error: ScaleError
    ) -> Self {
        Self(
            .tenfold,
            "\(value) is \(error.words) \(other) in \(period); \(error.question(about: value))")
    }

    /// A value that is many times, or a small part of, what counted for the same period before.
    package static func restatedTenfold(
        _ value: Quantity, _ other: Quantity, _ period: Period, _ error: ScaleError
    ) -> Self {
        Self(
            .restatedTenfold,
            "\(value) is \(error.words) \(other), the figure for \(period) that it restates; "
                + error.question(about: value))
    }

    /// A value that is outside the plausible range of its metric, or more than there can be.
    package static func implausible(
        _ value: Quantity, _ reason: Implausibility, _ metric: Metric
    ) -> Self {
        let code: ImportProblem.Code =
            switch reason {
            case .outsideRange: .outsideRange
            case .moreThanMined: .moreThanMined
            case .moreThanIssued: .moreThanIssued
            case .moreThanNetwork: .moreThanNetwork
            }
        return Self(code, "\(value) is \(reason.sentence(about: metric))")
    }

    /// A fair value of crypto assets and an amount of bitcoin that do not fit.
    package static func fairValue(_ mismatch: FairValueMismatch) -> Self {
        Self(
            .fairValueMismatch,
            "\(mismatch.held.value) at the price of \(mismatch.held.period) are worth "
                + "\(mismatch.computed), but crypto_fair_value is \(mismatch.fairValue.value); is "
                + "one of the units wrong?")
    }
}

extension ScaleError {
    /// `1000 times`, `a thousandth of`, `about 1000 times`, `more than 33 times`.
    fileprivate var words: String {
        let parts = [
            1: "tenth", 2: "hundredth", 3: "thousandth", 6: "millionth", 9: "billionth",
        ]
        if let power, abs(deviation) < 0.1 {
            let about = abs(deviation) < 0.001 ? "" : "about "
            if power > 0 { return about + "1" + String(repeating: "0", count: power) + " times" }
            if let part = parts[-power] { return "\(about)a \(part) of" }
        }
        return ratio > 1
            ? "more than \(Int(min(ratio, 1e15))) times"
            : "less than 1/\(Int(min(1 / ratio, 1e15))) of"
    }

    /// What to ask the user about the unit of `value`.
    fileprivate func question(about value: Quantity) -> String {
        likelyUnit.map { "is the unit \($0) instead of \(value.unit)?" } ?? "is the unit right?"
    }
}
