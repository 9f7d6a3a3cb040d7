import Mining

/// The reports there are.
package enum Report: String, Sendable, CaseIterable {
    case sector, production

    /// The question it answers, in a line.
    package var answers: String {
        switch self {
        case .sector:
            "What do the members run, earn and are worth together, and how has that changed?"
        case .production:
            "How much bitcoin did each company mine, sell and keep, and how well did its machines run?"
        }
    }

    /// Computes the report from a book.
    package func account<Source: Book>(of question: Question, from book: Source)
        throws(Source.Failure) -> Account
    {
        switch self {
        case .sector: try SectorReport(question, from: book).account
        case .production: try ProductionReport.account(of: question, from: book)
        }
    }
}
