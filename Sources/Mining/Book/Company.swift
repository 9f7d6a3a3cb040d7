/// A listed company that mines bitcoin.
package struct Company: Sendable, Hashable {
    /// Its present ticker, by which figures name it.
    package var ticker: String
    package var name: String
    package var country: String?
    package var exchange: String?
    /// The month, 1 … 12, that its fiscal year ends with.
    package var fiscalYearEnd: Int?
    /// The ticker of the company that consolidates it, whose figures include its own.
    package var parent: String?
    package var note: String?

    package init(
        ticker: String, name: String, country: String? = nil, exchange: String? = nil,
        fiscalYearEnd: Int? = nil, parent: String? = nil, note: String? = nil
    ) {
        self.ticker = ticker
        self.name = name
        self.country = country
        self.exchange = exchange
        self.fiscalYearEnd = fiscalYearEnd
        self.parent = parent
        self.note = note
    }
}
