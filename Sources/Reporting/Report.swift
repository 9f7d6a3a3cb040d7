import Mining

/// The reports there are.
package enum Report: String, Sendable, CaseIterable {
    case sector, hashrate, production, economics, valuation, diversification

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
        }
    }
}
