/// What a figure is about: a company, the network, or a group of companies.
package struct Subject: Sendable, Hashable {
    /// The raw values are stored in books.
    package enum Kind: String, Sendable, CaseIterable {
        case company, network, group
    }

    /// The ticker of a company (`RIOT`), the name of a group (`us-listed`), or `BTC`.
    package var code: String
    package var kind: Kind
    /// The month, 1 … 12, that a company's fiscal year ends with; `nil` where unknown.
    package var fiscalYearEnd: Int?

    package init(code: String, kind: Kind, fiscalYearEnd: Int? = nil) {
        self.code = code
        self.kind = kind
        self.fiscalYearEnd = fiscalYearEnd
    }

    /// The one network, which every book has from the start.
    package static let network = Subject(code: "BTC", kind: .network)
}
