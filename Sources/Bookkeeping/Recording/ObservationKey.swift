import Mining

/// What a book knows an observation by, in its numbers, so that keys are compared without texts.
package struct ObservationKey: Sendable, Equatable {
    package var subject: Int
    package var metric: Int
    package var periodEnd: Int
    /// The first day of the period minus its last: 0 for a day, −30 for a month of 31 days.
    package var periodOffset: Int
    /// `Day.unknownPublication` if it is unknown.
    package var publishedOn: Int
    package var source: Int

    package init(_ row: ObservationBatch.Row, subject: Int, source: Int) {
        self.subject = subject
        metric = row.metric.rawValue
        periodEnd = row.period.last.number
        periodOffset = row.period.offset
        publishedOn = row.publishedOn?.number ?? Day.unknownPublication
        self.source = source
    }

    /// The series of the observation.
    var series: SeriesKey { SeriesKey(subject: subject, metric: metric) }

    /// The key without what tells the vintages of a period apart.
    var period: (subject: Int, metric: Int, end: Int, offset: Int) {
        (subject, metric, periodEnd, periodOffset)
    }
}

/// A subject and a metric, by their numbers.
package struct SeriesKey: Sendable, Hashable {
    package let subject: Int
    package let metric: Int
}

/// By subject, metric, period, publication date and source.
extension ObservationKey: Comparable {
    package static func < (left: ObservationKey, right: ObservationKey) -> Bool {
        left.period == right.period
            ? (left.publishedOn, left.source) < (right.publishedOn, right.source)
            : left.period < right.period
    }
}

extension Period {
    /// The first day minus the last: 0 for a day, −30 for a month of 31 days.
    package var offset: Int { first.number - last.number }
}

extension Day {
    /// Stands for an unknown publication date in a key, which cannot be empty: the day before the
    /// first possible one.
    package static let unknownPublication = firstOfPublication.number - 1

    /// Stands for an unknown day in other keys, which cannot be empty: the day before all days, so
    /// that it comes first in their order.
    package static let unknownKey = first.number - 1
}
