import Mining

/// Warnings about values that are most unlikely to be right.
extension ImportProblem.Reason {
    /// A value that is many times, or a small part of, the value of another period.
    package static func tenfold(
        _ value: Quantity, _ other: Quantity, _ period: Period, _ error: ScaleError
    ) -> Self {
        Self(
            .tenfold,
            "\(value) is \(error.sentence(beside: "\(other) in \(period)")); "
                + error.question(about: value))
    }

    /// A value that is many times, or a small part of, what counted for the same period before.
    package static func restatedTenfold(
        _ value: Quantity, _ other: Quantity, _ period: Period, _ error: ScaleError
    ) -> Self {
        Self(
            .restatedTenfold,
            "\(value) is \(error.sentence(beside: "\(other)")), the figure for \(period) that it "
                + "restates; "
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
            }
        return Self(code, "\(value) is \(reason.sentence(about: metric))")
    }

    /// A fair value of crypto assets and an amount of bitcoin that do not fit; `metric` is that of
    /// the row.
    package static func fairValue(_ mismatch: FairValueMismatch, at metric: Metric) -> Self {
        Self(
            .fairValueMismatch,
            (metric == .btcPrice ? "\(mismatch.held.subject): " : "")
                + "\(mismatch.held.value) at the price of \(mismatch.held.period) are worth "
                + "\(mismatch.computed), but crypto_fair_value is \(mismatch.fairValue.value); "
                + mismatch.question)
    }

    /// A published market cap that does not fit share price times shares; `metric` is that of the
    /// row.
    package static func marketCap(_ mismatch: MarketCapMismatch, at metric: Metric) -> Self {
        Self(
            .marketCapMismatch,
            mismatch.published.introduction(at: metric) + ", \(mismatch.sentence)")
    }

    /// A figure that is on another scale than those it is related to; `metric` is that of the row.
    package static func disproportion(_ found: Disproportion, at metric: Metric) -> Self {
        let link = found.isPart && metric == found.figure.metric ? " is " : ", "
        return Self(
            found.isPart ? .partAboveWhole : .disproportionate,
            found.figure.introduction(at: metric) + link + found.sentence)
    }

    /// A company's hashrate above that of the network; `metric` is that of the row.
    package static func aboveNetwork(_ found: HashrateAboveNetwork, at metric: Metric) -> Self {
        Self(
            .moreThanNetwork,
            found.figure.introduction(at: metric)
                + (metric == found.figure.metric ? " is " : ", ") + found.sentence)
    }
}

extension Observation {
    /// The start of a sentence about this figure. It is only the value if the message is at the
    /// metric's own cell, because the message then names the metric.
    fileprivate func introduction(at metric: Metric) -> String {
        metric == self.metric ? "\(value)" : "\(subject) \(self.metric) \(period) is \(value)"
    }
}
