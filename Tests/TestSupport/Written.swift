import Bookkeeping
import Mining

// Short ways to write the rows of a book in a test.

/// Values as the rows of a file whose header is line 1: the first is on line 2.
package func lined<Value>(_ values: [Value]) -> [Located<Value>] {
    values.enumerated().map { Located(value: $1, line: $0 + 2) }
}

extension ImportSession {
    /// Records observations as one batch.
    ///
    /// - Throws: `BookError`.
    package func record(_ rows: [Located<Observation>], from file: File) throws {
        try record(ObservationBatch(rows), from: file)
    }

    /// Checks observations again as one batch.
    ///
    /// - Throws: `BookError`.
    package func recheck(_ rows: [Located<Observation>], from file: File) throws {
        try recheck(ObservationBatch(rows), from: file)
    }
}

/// A value that a test needs is nil, or a text in a test cannot be parsed.
package struct Missing: Error {}

/// Unwraps an optional.
///
/// - Throws: `Missing` if it is nil.
package func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}

extension Observation {
    /// An observation with period, value and publication date as text: `2025Q4`, `38.5 EH/s`,
    /// `2026-01-05`.
    ///
    /// - Throws: `Missing` if one of them cannot be parsed.
    package init(
        _ subject: String, _ metric: Metric, _ period: String, _ value: String,
        published: String? = nil, source: String = "", status: Status = .reported,
        note: String? = nil
    ) throws {
        guard case .calendar(let period)? = PeriodText(period) else { throw Missing() }
        self.init(
            subject: subject, metric: metric, period: period,
            value: try Quantity(value, in: metric.dimension),
            publishedOn: try published.map { try required(Day($0)) }, source: source,
            status: status, note: note)
    }

    /// The same observation without the import it came from, for comparing two books.
    package var withoutOrigin: Observation {
        var observation = self
        observation.origin = nil
        return observation
    }
}

extension Quantity {
    /// Parses a quantity such as `38.5 EH/s`.
    ///
    /// - Throws: `Missing` if it cannot be parsed.
    package init(_ text: String, in dimension: Mining.Dimension) throws {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let number = try required(DecimalNumber(parts[0].utf8))
        let unit = try required(Mining.Unit(parts[1], in: dimension))
        self = try required(Quantity.of(number, unit)).quantity
    }
}

extension Claim {
    /// A claim about the group `us-listed`, with figure, periods, value and publication date as text.
    ///
    /// - Throws: `Missing` if one of them cannot be parsed.
    package init(
        _ publisher: String, _ figure: String, _ on: String, since: String? = nil,
        _ value: String, published: String? = nil, source: String = "", note: String? = nil
    ) throws {
        let figure = try required(FigureCode(figure))
        guard case .calendar(let on)? = PeriodText(on) else { throw Missing() }
        var base: Period?
        if let since {
            guard case .calendar(let period)? = PeriodText(since) else { throw Missing() }
            base = period
        }
        self.init(
            publisher: publisher, subject: "us-listed", figure: figure, on: on, since: base,
            value: try Quantity(value, in: figure.dimension),
            publishedOn: try published.map { try required(Day($0)) }, source: source, note: note)
    }
}
