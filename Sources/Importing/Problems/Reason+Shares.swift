import Mining

/// Problems with share facts: ADS ratios and splits.
extension ImportProblem.Reason {
    /// A text that is not the ratio of a split.
    package static func notShareRatio(_ text: String) -> Self {
        Self(
            .notShareRatio,
            "\(quoted(text)) is not a split: write new shares for old ones, such as 25:1, or 1:20 "
                + "for a reverse split")
    }

    /// A text that is not a number of ordinary shares in an ADS.
    package static func notADSRatio(_ text: String) -> Self {
        Self(
            .notADSRatio,
            "\(quoted(text)) is not the number of ordinary shares in one ADS, such as 15 or 0.5")
    }

    /// A row without an ADS ratio and without a split.
    package static var emptyShareBasis: Self {
        Self(
            .emptyShareBasis,
            "has neither an ads_ratio nor a split; fill in one of them or remove the row")
    }

    /// A split without its day.
    package static var splitWithoutDay: Self {
        Self(
            .splitWithoutDay,
            "a split needs the first day on which the shares trade after it; fill in from")
    }
}
