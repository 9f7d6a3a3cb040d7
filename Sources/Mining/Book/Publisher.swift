/// Who published a vintage. A publisher can restate its own figure, but not another's.
///
/// It follows from subject, status and source (docs/formulas.md, Restatements and conflicts):
///
/// - A company published its figures of status reported, preliminary and restated, whichever
///   document or site they were read from.
/// - Every other figure was published by its source.
/// - The publisher of an estimate never published a figure that is not an estimate, even if the
///   source is the same.
package struct Publisher: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The company that the figure is about.
        case company
        /// A data site or the press.
        case source
        /// The source of an estimate.
        case estimate
    }

    package let kind: Kind
    /// The company's ticker, or the name of the source; empty if no source is given.
    package let name: String

    /// `subject` says what the observation is about. The network and groups publish nothing: a
    /// figure about them was published by its source.
    package init(of observation: Observation, about subject: Subject.Kind) {
        if subject == .company, observation.status.rank == 0 {
            kind = .company
            name = observation.subject
        } else {
            kind = observation.status == .estimated ? .estimate : .source
            name = Self.name(ofSource: observation.source)
        }
    }

    /// The name of a source: the host of its address in lower case, without `www.`; for a text that
    /// is no address, what is before the first colon. The owner belongs to the host on sites where
    /// anybody publishes: `github.com/owner`.
    package static func name(ofSource text: String) -> String {
        guard let scheme = text.firstRange(of: "://") else {
            return trimmed(text.prefix { $0 != ":" })
        }
        let address = text[scheme.upperBound...].prefix { !$0.isWhitespace }
        let parts = address.split(separator: "/", omittingEmptySubsequences: false)
        var host = (parts.first ?? "").prefix { $0 != "?" && $0 != "#" }.lowercased()
        for prefix in ["www.", "m."] where host.hasPrefix(prefix) {
            host.removeFirst(prefix.count)
        }
        guard let shared = sharedHosts[host] else { return host }
        let owner = parts.dropFirst().first { !$0.isEmpty }
        return owner.map { "\(shared)/\($0.lowercased())" } ?? shared
    }

    /// Hosts where everybody has pages of their own, with the name of the site.
    private static let sharedHosts = [
        "github.com": "github.com", "raw.githubusercontent.com": "github.com",
        "gitlab.com": "gitlab.com", "x.com": "x.com", "twitter.com": "x.com",
        "medium.com": "medium.com",
    ]

    private static func trimmed(_ text: Substring) -> String {
        var text = text.drop(while: \.isWhitespace)
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
