import Mining

/// An average over a period.
struct Average {
    var expression: Expression
    var method: Method

    /// How an average was computed. Figures are compared only if they used the same method.
    enum Method: String {
        case days = "the mean of daily figures"
        case published = "the published figure for the period"
        case parts = "the day-weighted mean of published parts"
    }
}
