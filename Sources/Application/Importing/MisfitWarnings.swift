import Bookkeeping
import Importing
import Mining

/// Warns if a figure of this import does not fit another figure of the book. Runs at the end of an
/// import, because the other figure may be in a later row or file.
struct MisfitWarnings {
    private let book: any WritableBook
    private let importNumber: Int
    private let touched: TouchedSeries

    init(_ book: any WritableBook, ofImport number: Int, _ touched: TouchedSeries) {
        self.book = book
        importNumber = number
        self.touched = touched
    }

    /// Compares the series that the import touched with those they are related to.
    func report(to diagnostics: inout Diagnostics) throws(BookError) {
        let found = try book.compute(failure: \.self) { () throws(BookError) in try misfits() }
        for misfit in found { warn(of: misfit, to: &diagnostics) }
    }

    /// What does not fit, by company. A figure of the network is related to all companies.
    private func misfits() throws(BookError) -> [Misfit] {
        guard let span = touched.span,
            // A figure is judged by older ones, and may begin long before the day it ends on.
            let window = Period(
                span.first.advanced(by: -Self.longestPeriod),
                span.last.advanced(by: Self.longestPeriod))
        else { return [] }
        let network = touched.metrics[Subject.network.code] ?? []
        var search = MisfitSearch(book, within: window)
        var found: [Misfit] = []
        let tickers =
            network.isEmpty ? touched.metrics.keys.sorted() : try book.companies().map(\.ticker)
        let histories = ShareHistory.histories(of: try book.shareBasis())
        for ticker in tickers where ticker != Subject.network.code {
            let metrics = network.union(touched.metrics[ticker] ?? [])
            let history = histories[ticker] ?? ShareHistory([])
            found += try misfits(of: ticker, metrics, &search)
            // A series of market caps is wrong as a whole: tenfold jumps in it are found otherwise.
            if metrics.contains(.sharesOutstanding) {
                found += try marketCaps(of: ticker, history, &search)
            } else if let span = touched.marketCapSpans[ticker],
                // A share price is carried forward to the days after it.
                let window = Period(span.first, span.last.advanced(by: Self.priceDays))
            {
                var search = MisfitSearch(book, within: window)
                found += try marketCaps(of: ticker, history, &search)
            }
        }
        if !network.isEmpty {
            found += try search.disproportions(of: Subject.network.code, touching: network)
        }
        return found
    }

    /// More days than most periods have, and longer than a figure is carried forward.
    private static let longestPeriod = 800
    /// For how many days a share price is carried forward.
    private static let priceDays = Metric.sharePrice.maxAgeDays ?? 0

    private func marketCaps(
        of ticker: String, _ history: ShareHistory, _ search: inout MisfitSearch
    ) throws(BookError) -> [Misfit] {
        // One wrong share count affects many market caps: a warning about the last one is enough.
        try search.marketCaps(of: ticker, history)
            .filter { isOfScale($0) && isOfThisImport($0) }.suffix(1)
    }

    private func misfits(
        of ticker: String, _ metrics: Set<Metric>, _ search: inout MisfitSearch
    ) throws(BookError) -> [Misfit] {
        var found: [Misfit] = []
        if metrics.contains(.networkHashrate) {
            found += try search.aboveNetwork(of: ticker)
        } else if let highest = touched.highestHashrates[ticker] {
            found += try search.aboveNetwork(of: ticker, highest: highest)
        }
        if !metrics.isDisjoint(with: [.btcHeld, .cryptoFairValue, .btcPrice]) {
            found += try search.fairValues(of: ticker)
        }
        return found + (try search.disproportions(of: ticker, touching: metrics))
    }

    private func isOfScale(_ misfit: Misfit) -> Bool {
        if case .marketCap(let mismatch, _) = misfit { mismatch.isOfScale } else { true }
    }

    private func isOfThisImport(_ misfit: Misfit) -> Bool { figure(of: misfit) != nil }

    /// The first of the figures that is of this import; nil if none is.
    private func figure(of misfit: Misfit) -> Observation? {
        misfit.observations.first { $0.origin?.importNumber == importNumber }
    }

    /// Warns at the first of the figures that is of this import; not at all if none is.
    private func warn(of misfit: Misfit, to diagnostics: inout Diagnostics) {
        guard let figure = figure(of: misfit), let origin = figure.origin else { return }
        let reason: ImportProblem.Reason =
            switch misfit {
            case .fairValue(let mismatch): .fairValue(mismatch, at: figure.metric)
            case .marketCap(let mismatch, _): .marketCap(mismatch, at: figure.metric)
            case .disproportion(let found): .disproportion(found, at: figure.metric)
            case .aboveNetwork(let found): .aboveNetwork(found, at: figure.metric)
            }
        diagnostics.warn(
            ImportProblem(
                file: origin.file, line: origin.line, column: figure.metric.code, reason: reason))
    }
}
