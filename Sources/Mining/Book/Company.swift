/// A listed company that mines bitcoin.
package struct Company: Sendable, Hashable {
    /// Its current ticker, which identifies it.
    package var ticker: String
    /// Its name.
    package var name: String
    /// Its country, or nil if unknown.
    package var country: String?
    /// The exchange where it is listed, or nil if unknown.
    package var exchange: String?
    /// The month (1 … 12) in which its fiscal year ends, or nil if unknown.
    package var fiscalYearEnd: Int?
    /// The ticker of the company that consolidates it, or nil if there is none. The parent's
    /// figures include those of this company.
    package var parent: String?
    /// The number under which the SEC lists it (`CIK.range`), or nil if it is unknown or not listed
    /// there.
    package var cik: Int?
    /// A remark, or nil if there is none.
    package var note: String?

    /// In a file, this text as `parent` removes the parent; an empty cell keeps it. It is never
    /// stored.
    package static let noParent = "-"

    /// A company with these properties.
    package init(
        ticker: String, name: String, country: String? = nil, exchange: String? = nil,
        fiscalYearEnd: Int? = nil, parent: String? = nil, cik: Int? = nil, note: String? = nil
    ) {
        self.ticker = ticker
        self.name = name
        self.country = country
        self.exchange = exchange
        self.fiscalYearEnd = fiscalYearEnd
        self.parent = parent
        self.cik = cik
        self.note = note
    }
}
