/// One of the names of a company.
package struct CompanyName: Sendable, Hashable {
    /// What kind of name it is.
    package enum Kind: Sendable {
        case code, name
        /// May be valid on some days only.
        case alias
    }

    package let text: String
    /// The ticker of the company.
    package let ticker: String
    package let kind: Kind

    package init(text: String, ticker: String, kind: Kind) {
        self.text = text
        self.ticker = ticker
        self.kind = kind
    }
}
