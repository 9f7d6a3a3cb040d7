import Mining

/// The reports of the program.
package enum Report: String, Sendable, CaseIterable {
    case sector, hashrate, production, economics, valuation, diversification
    case company, matrix, trend, outlook
    case coverage, restatements, conflicts, attribution

    /// The question it answers, in one line.
    package var answers: String {
        switch self {
        case .sector:
            "How much hashrate, revenue and market value do the members have, and how did it change?"
        case .hashrate:
            "How much hashrate has each company deployed and added, and how much of it runs?"
        case .production:
            "How much bitcoin did each company mine, sell and keep, and how well did its machines run?"
        case .economics:
            "What does mining earn after power, for the network and for each company?"
        case .valuation:
            "What does the market pay for each company, for its hashrate and for its power?"
        case .diversification:
            "How much AI and HPC capacity and revenue does each company have, and what changed?"
        case .company:
            "How did one company develop over the last eight quarters, and what are the sources?"
        case .matrix: "How did one metric of each company develop, period by period?"
        case .trend: "How did the sector's figures develop, as computed and as others printed them?"
        case .outlook:
            "How does the margin depend on bitcoin price and network, and when is it zero?"
        case .coverage:
            "Which figures does the book have of each company, how old are they, what is missing?"
        case .restatements:
            "Which figures were published again with another value, and who restates how?"
        case .conflicts: "Where do sources contradict each other?"
        case .attribution:
            "Why did hashrate, market cap and hashprice change: growth, members, restatements?"
        }
    }

    /// Whether it can be of one company.
    package var takesCompany: Bool {
        switch self {
        case .company, .restatements, .conflicts: true
        default: false
        }
    }

    /// Computes the report from a book.
    ///
    /// - Throws: what reading the book throws.
    package func result<Source: Book>(for query: ReportQuery, from book: Source)
        throws(Source.Failure) -> ReportResult
    {
        switch self {
        case .sector: try SectorReport(query, from: book).result
        case .hashrate: try HashrateReport.result(for: query, from: book)
        case .production: try ProductionReport.result(for: query, from: book)
        case .economics: try EconomicsReport.result(for: query, from: book)
        case .valuation: try ValuationReport.result(for: query, from: book)
        case .diversification: try DiversificationReport.result(for: query, from: book)
        case .company: try CompanyReport.result(for: query, from: book)
        case .matrix: try MatrixReport.result(for: query, from: book)
        case .trend: try TrendReport.result(for: query, from: book)
        case .outlook: try OutlookReport.result(for: query, from: book)
        case .coverage: try CoverageReport.result(for: query, from: book)
        case .restatements: try RestatementsReport.result(for: query, from: book)
        case .conflicts: try ConflictsReport.result(for: query, from: book)
        case .attribution: try AttributionReport.result(for: query, from: book)
        }
    }
}
