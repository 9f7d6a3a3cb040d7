/// An aggregate that somebody printed, kept apart from observations, to be verified.
///
/// Publisher, subject, figure, the two periods, publication day and source are its key.
package struct Claim: Sendable, Hashable {
    package var publisher: String
    package var subject: String
    package var figure: FigureCode
    /// What it speaks of; a single day stands for its month to date where it is a flow or an
    /// average.
    package var on: Period
    /// What a change is taken from; `nil` where none was given.
    package var since: Period?
    package var value: Quantity
    package var publishedOn: Day?
    /// Where it was read; empty where that was not said.
    package var source: String
    package var note: String?
    /// Where this book took it from; `nil` for one that does not come out of a book.
    package var origin: Origin?

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

    /// The day from which it counts as public.
    package var publicFrom: Day { publishedOn ?? on.last }

    /// Whether it was public by `day`; anything is where `day` is `nil`.
    package func isKnown(on day: Day?) -> Bool { day.map { publicFrom <= $0 } ?? true }
}
