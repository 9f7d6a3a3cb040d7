/// A figure that someone published about a group, a company or the network. It is kept apart from
/// observations, because it is compared with what the book computes.
///
/// Its key is publisher, subject, figure, both periods, publication date and source: a book holds
/// one claim for each.
package struct Claim: Sendable, Hashable {
    /// Who published it.
    package var publisher: String
    /// The code of the subject.
    package var subject: String
    /// The figure, or the change of one.
    package var figure: FigureCode
    /// The period it is about. For a flow or an average, a single day means the month to date.
    package var on: Period
    /// The period that a change is measured from, or nil if none was given.
    package var since: Period?
    /// The published value.
    package var value: Quantity
    /// The publication date, or nil if unknown; the claim then counts as public from the end of its
    /// period.
    package var publishedOn: Day?
    /// Where it was read; empty if not given.
    package var source: String
    /// A remark, or nil if there is none.
    package var note: String?
    /// The import it came from, or nil if it was not read from a book.
    package var origin: Origin?

    /// A claim with these properties.
    package init(
        publisher: String, subject: String, figure: FigureCode, on: Period,
        since: Period? = nil, value: Quantity, publishedOn: Day? = nil, source: String = "",
        note: String? = nil, origin: Origin? = nil
    ) {
        self.publisher = publisher
        self.subject = subject
        self.figure = figure
        self.on = on
        self.since = since
        self.value = value
        self.publishedOn = publishedOn
        self.source = source
        self.note = note
        self.origin = origin
    }

    /// The day from which it counts as public: its publication date, or the end of its period.
    package var publicFrom: Day { publishedOn ?? on.last }

    /// Whether it was public on `day`; always true if `day` is nil.
    package func isKnown(on day: Day?) -> Bool { day.map { publicFrom <= $0 } ?? true }
}
