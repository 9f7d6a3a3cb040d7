import Bookkeeping
import Exporting
import Mining
import Reporting

/// Makes a worksheet to fill in and import: a row for each company and an empty cell for each metric,
/// with the last known figure beside it.
package struct FillTemplate {
    package var period: Period
    /// The code of a group; nil for the only one.
    package var group: String?
    /// Empty: every metric for which a company has a figure; every metric of companies if there are
    /// no figures at all.
    package var metrics: [Metric]

    package init(period: Period, group: String?, metrics: [Metric]) {
        self.period = period
        self.group = group
        self.metrics = metrics
    }

    /// - Throws: `ApplicationError`, `BookError`.
    package func worksheet(from book: some BookCatalogue) throws -> Worksheet {
        try book.snapshot(failure: \.self) {
            let members = try ScopeMembers(Scope(named: group, in: book), in: book)
                .allMembers(on: period.last)
            var last: [String: [Metric: Observation]] = [:]
            for company in members {
                for metric in Metric.allCases where metric.isOfCompanies {
                    last[company.ticker, default: [:]][metric] = try book.latest(
                        metric, of: company.ticker, at: period.last, knownOn: nil)
                }
            }
            let known = Set(last.values.flatMap(\.keys))
            let asked =
                metrics.isEmpty
                ? Metric.allCases.filter { known.isEmpty ? $0.isOfCompanies : known.contains($0) }
                : metrics
            var worksheet = Worksheet(asked)
            for company in members {
                worksheet.append(company, period, last: last[company.ticker] ?? [:])
            }
            return worksheet
        }
    }
}

extension Metric {
    fileprivate var isOfCompanies: Bool { subjects.contains(.company) }
}
