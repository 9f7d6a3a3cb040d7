import CSV
import Mining

/// A CSV file to fill in for a period: a row for each company, with an empty cell for each metric
/// and next to it the last known figure and its date.
///
/// Once cells are filled in, the file can be imported as it is: `import` ignores the columns of
/// last known figures and treats empty cells as missing.
package struct Worksheet: Sendable {
    private var writer = CSVWriter(neutralizesFormulas: true)
    private let metrics: [Metric]

    /// A worksheet with columns for these metrics, and no rows yet.
    package init(_ metrics: [Metric]) {
        self.metrics = metrics
        for name in ["ticker", "name", "period"] { writer.append(text: name) }
        for metric in metrics {
            writer.append(text: "\(metric.code) (\(metric.unit))")
            writer.append(text: "last_\(metric.code) (\(metric.unit))")
            writer.append(text: "last_\(metric.code)_on")
        }
        for name in ["published_on", "source", "status", "note"] { writer.append(text: name) }
        writer.endRow()
    }

    /// The file so far, in UTF-8.
    package var bytes: [UInt8] { writer.output }

    /// Appends the row of a company. `last` has its last known figure of each metric, if there is
    /// one.
    package mutating func append(
        _ company: Company, _ period: Period, last: [Metric: Observation]
    ) {
        writer.append(text: company.ticker)
        writer.append(text: company.name)
        writer.append(number: period.description)
        for metric in metrics {
            let observation = last[metric]
            writer.append(number: "")
            writer.append(number: observation?.value.number(in: metric.unit)?.description ?? "")
            writer.append(number: observation?.period.last.description ?? "")
        }
        for _ in 0..<4 { writer.append(number: "") }
        writer.endRow()
    }
}

extension Quantity {
    /// The exact amount in another unit of the same dimension, with no more decimals than needed.
    /// Nil if the amount has digits that the unit cannot show.
    fileprivate func number(in unit: Unit) -> DecimalNumber? {
        for decimals in 0...unit.exponent {
            if let quantity = Quantity(base: base, unit: unit, decimals: decimals) {
                return quantity.number
            }
        }
        return nil
    }
}
