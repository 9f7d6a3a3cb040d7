/// Who or what a figure is about: a company, a group of companies, or the Bitcoin network.
package struct Subject: Sendable, Hashable {
    /// The kind of subject. The raw values are stored in books.
    package enum Kind: String, Sendable, CaseIterable {
        case company, network, group
    }

    /// The ticker of a company (`RIOT`), the name of a group (`us-listed`), or `BTC` for the
    /// network.
    package var code: String
    /// Whether it is a company, a group or the network.
    package var kind: Kind
    /// The month (1 … 12) in which a company's fiscal year ends, or nil if unknown.
    package var fiscalYearEnd: Int?

    /// A subject with these properties.
    package init(code: String, kind: Kind, fiscalYearEnd: Int? = nil) {
        self.code = code
        self.kind = kind
        self.fiscalYearEnd = fiscalYearEnd
    }

    /// The Bitcoin network, which every book contains.
    package static let network = Subject(code: "BTC", kind: .network)
}
