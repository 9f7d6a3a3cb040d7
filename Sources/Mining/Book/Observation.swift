/// Subject + metric + period + value + when it was published + source: one published figure.
///
/// Subject, metric, period, publication day and source are its key: a book holds one value
/// for each. Observations that share subject, metric and period are its vintages; which of
/// them counts says `counts(over:)`.
package struct Observation: Sendable, Hashable {
    package var subject: String
    package var metric: Metric
    package var period: Period
    package var value: Quantity
    /// `nil`: unknown; the figure then counts as public from the end of its period.
    package var publishedOn: Day?
    /// Where it was read; empty where that was not said.
    package var source: String
    package var status: Status
    package var note: String?
    /// Where this book took it from; `nil` for one that does not come out of a book.
    package var origin: Origin?

    package init(
        subject: String, metric: Metric, period: Period, value: Quantity,
        publishedOn: Day? = nil, source: String = "", status: Status = .reported,
        note: String? = nil, origin: Origin? = nil
    ) {
        self.subject = subject
        self.metric = metric
        self.period = period
        self.value = value
        self.publishedOn = publishedOn
        self.source = source
        self.status = status
        self.note = note
        self.origin = origin
    }

    /// The day from which it counts as public.
    package var publicFrom: Day { publishedOn ?? period.last }

    /// Whether it was public by `day`; anything is where `day` is `nil`.
    package func isKnown(on day: Day?) -> Bool { day.map { publicFrom <= $0 } ?? true }

    /// Whether this vintage counts rather than `other` of the same subject, metric and period:
    /// the better status, then the later publication, then the greater source by its bytes,
    /// then the one whose publication day is known.
    ///
    /// The rule looks at content alone and leaves no two keys equal, so the order of imports
    /// never matters.
    package func counts(over other: Observation) -> Bool {
        if status.rank != other.status.rank { return status.rank < other.status.rank }
        if publicFrom != other.publicFrom { return publicFrom > other.publicFrom }
        if !source.utf8.elementsEqual(other.source.utf8) {
            return other.source.utf8.lexicographicallyPrecedes(source.utf8)
        }
        return publishedOn != nil && other.publishedOn == nil
    }
}
