import Mining

/// The reports there are.
package enum Report: String, Sendable, CaseIterable {
    case sector, hashrate, production, economics, valuation, diversification
    case company, matrix, trend, outlook
    case coverage, restatements, conflicts, attribution

    /// The question it answers, in a line.
    package var answers: String {
        switch self {
        case .sector:
            "What do the members run, earn and are worth together, and how has that changed?"
        case .hashrate:
            "Who has deployed how much, who added, and how much of it runs?"
        case .production:
            "How much bitcoin did each company mine, sell and keep, and how well did its machines run?"
        case .economics:
            "What do the network and each company's power price leave of what mining earns?"
        case .valuation:
            "What does the market pay for each company, for its hashrate and for its power?"
        case .diversification:
            "Who contracts, energizes and earns by AI and HPC, and who moved?"
        case .company: "How has one company done over the last eight quarters, and who says so?"
        case .matrix: "How has one metric of each company moved, period by period?"
        case .trend: "How have the sector's figures moved, as computed and as others printed them?"
        case .outlook:
            "What do other prices and networks do to the margin, and how far is it from zero?"
        case .coverage:
            "What does the book know of each company, how old is it, and what is missing?"
        case .restatements:
            "Which figures were printed again with another value, and who restates which way?"
        case .conflicts: "Where do sources contradict each other?"
        case .attribution:
            "Why did hashrate, market cap and hashprice change: what grew, joined, left, was restated?"
        }
    }

    /// Computes the report from a book.
    package func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        switch self {
        case .sector: try SectorReport(question, from: book).account
        case .hashrate: try HashrateReport.account(of: question, from: book)
        case .production: try ProductionReport.account(of: question, from: book)
        case .economics: try EconomicsReport.account(of: question, from: book)
        case .valuation: try ValuationReport.account(of: question, from: book)
        case .diversification: try DiversificationReport.account(of: question, from: book)
        case .company: try CompanyReport.account(of: question, from: book)
        case .matrix: try MatrixReport.account(of: question, from: book)
        case .trend: try TrendReport.account(of: question, from: book)
        case .outlook: try OutlookReport.account(of: question, from: book)
        case .coverage: try CoverageReport.account(of: question, from: book)
        case .restatements: try RestatementsReport.account(of: question, from: book)
        case .conflicts: try ConflictsReport.account(of: question, from: book)
        case .attribution: try AttributionReport.account(of: question, from: book)
        }
    }
}
