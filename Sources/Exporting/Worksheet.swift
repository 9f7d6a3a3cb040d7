import CSV
import Mining

/// A quarter's worksheet: a row for each company, with an empty cell for each metric and beside
/// it the last known figure and its day.
///
/// It is a file of observations in columns. `import` passes over the columns of last figures,
/// so that it imports as it is once cells are filled in; those left empty are missing.
package struct Worksheet: Sendable {
    private var writer = CSVWriter(neutralizesFormulas: true)
    private let metrics: [Metric]

    /// A worksheet with its header.
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

    package var bytes: [UInt8] { writer.output }

    /// Adds the row of a company; `last` are the last known figures of it, as far as there are.
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
    /// The exact amount in another unit of the dimension, in as few digits as it has.
    fileprivate func number(in unit: Unit) -> DecimalNumber? {
        for decimals in 0...unit.exponent {
            if let quantity = Quantity(base: base, unit: unit, decimals: decimals) {
                return quantity.number
            }
        }
        return nil
    }
}
