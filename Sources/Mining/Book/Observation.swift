/// One published figure: the value of a metric for a subject and a period, with its source.
///
/// Its key is subject, metric, period, publication date and source: a book holds one value for
/// each. Observations with the same subject, metric and period are vintages of one another;
/// `counts(over:)` decides which of them reports use.
package struct Observation: Sendable, Hashable {
    /// The code of the subject.
    package var subject: String
    /// What was measured.
    package var metric: Metric
    /// The period it is about; a single day for a metric of kind `instant`.
    package var period: Period
    /// The published value.
    package var value: Quantity
    /// The publication date, or nil if unknown; the figure then counts as public from the end of
    /// its period.
    package var publishedOn: Day?
    /// Where it was read; empty if not given.
    package var source: String
    /// How reliable it is.
    package var status: Status
    /// A remark, or nil if there is none.
    package var note: String?
    /// The import it came from, or nil if it was not read from a book.
    package var origin: Origin?

    /// An observation with these properties.
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

    /// The day from which it counts as public: its publication date, or the end of its period.
    package var publicFrom: Day { publishedOn ?? period.last }

    /// Whether it was public on `day`; always true if `day` is nil.
    package func isKnown(on day: Day?) -> Bool { day.map { publicFrom <= $0 } ?? true }

    /// Whether reports use this vintage instead of `other`, which has the same subject, metric and
    /// period.
    ///
    /// The better status wins, then the later publication, then the source that sorts last by
    /// bytes, then the vintage whose publication date is known. The rule depends on the content
    /// alone and orders any two vintages, so the order of imports never matters.
    package func counts(over other: Observation) -> Bool {
        if status.rank != other.status.rank { return status.rank < other.status.rank }
        if publicFrom != other.publicFrom { return publicFrom > other.publicFrom }
        if !source.utf8.elementsEqual(other.source.utf8) {
            return other.source.utf8.lexicographicallyPrecedes(source.utf8)
        }
        return publishedOn != nil && other.publishedOn == nil
    }
}
