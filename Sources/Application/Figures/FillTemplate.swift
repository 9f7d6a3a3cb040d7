import Bookkeeping
import Exporting
import Mining
import Reporting

/// Makes a worksheet to fill in and import: a row for each company and an empty cell for each metric,
/// with the last known figure beside it. A figure over a period is only shown beside a cell for a
/// period of the same length, so that a month is never compared with a quarter.
package struct FillTemplate {
    package var period: Period
    /// The code of a group; nil for the only one.
    package var group: String?
    /// Empty: every metric for which a company has a figure; every metric of companies if there are
    /// no figures at all.
    package var metrics: [Metric]
    package var format: Worksheet.Format

    package init(
        period: Period, group: String?, metrics: [Metric], format: Worksheet.Format = .csv
    ) {
        self.period = period
        self.group = group
        self.metrics = metrics
        self.format = format
    }

    /// - Throws: `ApplicationError`, `BookError`.
    package func worksheet(from book: some BookCatalogue) throws -> Worksheet {
        try book.compute(failure: \.self) {
            let members = try ScopeMembers(Scope(named: group, in: book), in: book)
                .allMembers(on: period.last)
            var last: [String: [Metric: Observation]] = [:]
            var known: Set<Metric> = []
            for company in members {
                for metric in Metric.allCases where metric.isOfCompanies {
                    let latest = try book.latest(
                        metric, of: company.ticker, at: period.last, knownOn: nil)
                    guard let latest else { continue }
                    known.insert(metric)
                    last[company.ticker, default: [:]][metric] =
                        metric.kind == .instant
                        ? latest : try self.last(metric, of: company.ticker, in: book)
                }
            }
            let asked =
                metrics.isEmpty
                ? Metric.allCases.filter { known.isEmpty ? $0.isOfCompanies : known.contains($0) }
                : metrics
            var worksheet = Worksheet(asked, as: format)
            for company in members {
                worksheet.append(company, period, last: last[company.ticker] ?? [:])
            }
            return worksheet
        }
    }

    /// The last figure of a period as long as the worksheet's; nil if there is none.
    private func last<Catalogue: BookCatalogue>(
        _ metric: Metric, of ticker: String, in book: Catalogue
    ) throws(Catalogue.Failure) -> Observation? {
        guard let until = Period(.first, period.last) else { return nil }
        return try book.observations(metric, of: ticker, within: until, knownOn: nil)
            .last { $0.period.isAsLong(as: period) }
    }
}

extension Metric {
    fileprivate var isOfCompanies: Bool { subjects.contains(.company) }
}
