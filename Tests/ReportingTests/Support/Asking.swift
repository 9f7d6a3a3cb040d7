import Mining
import Testing

@testable import Reporting

/// The document of a report on the members of `us-listed`.
func ask(
    _ report: Report, of book: ArrayBook, on: String? = "2026-01-15",
    since: String? = "2025-12-31", addedSince: String? = nil,
    scope: Scope = .group("us-listed"), knownOn: String? = nil, maxAge: Int? = nil,
    digits: Int? = nil
) throws -> Document {
    let query = ReportQuery(
        on: try on.map(period), since: try since.map(period),
        addedSince: try addedSince.map(period), scope: scope, knownOn: try knownOn.map(day),
        maxAge: maxAge, digits: digits)
    return report.result(for: query, from: book).document
}

extension Document {
    /// A figure of a company.
    func company(_ ticker: String, _ figure: String) throws -> Double? {
        try number("companies", ticker, figure)
    }

    /// The figure as people see it, with its marks; nil if there is none.
    func shown(_ ticker: String, _ figure: String) throws -> String? {
        try shown("companies", ticker, figure)
    }
}
