import Mining

/// An average over a period.
struct Average {
    var expression: Expression
    var method: Method

    /// How an average over a period was come by. Both ends of a change must agree in it.
    enum Method: String {
        case days = "the mean of its days"
        case published = "the published figure for the period"
        case parts = "the day-weighted mean of its published parts"
    }
}
