import Mining

/// What reports ask a book about observations and claims. Subjects are named by their codes in any
/// letter case.
enum Question {
    /// `Book.latest`.
    struct Latest: Hashable {
        var series: Series
        var day: Day
        var knownOn: Day?
    }

    /// `Book.vintages`.
    struct Vintages: Hashable {
        var series: Series
        var period: Period
    }

    /// `Book.claims`.
    struct Claims: Hashable {
        var subject: String
        var figure: FigureCode
    }

    /// A subject and a metric. As a question it is `Book.earliestDay`.
    struct Series: Hashable {
        var subject: String
        var metric: Metric
    }
}

/// Questions that are asked together.
struct Questions {
    var latest: Set<Question.Latest> = []
    var vintages: Set<Question.Vintages> = []
    var earliestDays: Set<Question.Series> = []
    var claims: Set<Question.Claims> = []

    var isEmpty: Bool {
        latest.isEmpty && vintages.isEmpty && earliestDays.isEmpty && claims.isEmpty
    }

    /// The series that they are about, except for claims.
    var series: Set<Question.Series> {
        Set(latest.map(\.series)).union(vintages.map(\.series)).union(earliestDays)
    }
}
