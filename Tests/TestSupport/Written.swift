import Bookkeeping
import Mining

// Short ways to write down the rows of a book.

/// Rows of a file whose header is line 1.
package func lined<Value>(_ values: [Value]) -> [Located<Value>] {
    values.enumerated().map { Located(value: $1, line: $0 + 2) }
}

extension ImportSession {
    package func record(_ rows: [Located<Observation>], from file: File) throws {
        try record(ObservationBatch(rows), from: file)
    }

    package func recheck(_ rows: [Located<Observation>], from file: File) throws {
        try recheck(ObservationBatch(rows), from: file)
    }
}

/// A text in a test that is not what it should be.
package struct Missing: Error {}

/// Unwraps an optional.
package func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw Missing() }
    return value
}

extension Observation {
    /// An observation as a CSV file would have it: `38.5 EH/s`.
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

    package var withoutOrigin: Observation {
        var observation = self
        observation.origin = nil
        return observation
    }
}

extension Quantity {
    package init(_ text: String, in dimension: Mining.Dimension) throws {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        let number = try required(DecimalNumber(parts[0].utf8))
        let unit = try required(Mining.Unit(parts[1], in: dimension))
        self = try required(Quantity.of(number, unit)).quantity
    }
}

extension Claim {
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
