/// A value with the day from which it was public, which is its share basis if it is a share price or
/// a number of shares.
package struct DatedQuantity: Sendable, Hashable {
    package let value: Quantity
    package let publicFrom: Day

    package init(_ value: Quantity, publicFrom: Day) {
        self.value = value
        self.publicFrom = publicFrom
    }
}

extension Observation {
    /// The value with the day from which it was public.
    package var dated: DatedQuantity { DatedQuantity(value, publicFrom: publicFrom) }
}

extension ObservationBatch.Row {
    /// The value with the day from which it was public.
    package var dated: DatedQuantity {
        DatedQuantity(value, publicFrom: publishedOn ?? period.last)
    }
}

extension Metric {
    /// Whether splits change it from one day to the next.
    package var hasShareBasis: Bool { self == .sharePrice || self == .sharesOutstanding }
}
