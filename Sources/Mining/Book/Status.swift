/// How reliable a figure is, judged by who published it.
///
/// The raw values are stored in books, so they must never be reused or renumbered.
package enum Status: Int, Sendable, Hashable, CaseIterable {
    /// Published by the company.
    case reported = 1
    /// Published by the company before its books were closed.
    case preliminary
    /// Published by the company to replace an earlier figure.
    case restated
    /// Published by a data site or the press.
    case aggregated
    /// Estimated by the researcher.
    case estimated

    /// The word that files, database views and reports use.
    package var name: String {
        switch self {
        case .reported: "reported"
        case .preliminary: "preliminary"
        case .restated: "restated"
        case .aggregated: "aggregated"
        case .estimated: "estimated"
        }
    }

    /// Finds a status by its name, ignoring letter case. Returns nil if there is none.
    package init?(name: some StringProtocol) {
        let wanted = name.lowercased()
        guard let status = Self.allCases.first(where: { $0.name == wanted }) else { return nil }
        self = status
    }

    /// The rank among vintages; the lowest wins. 0: published by the company, 1: published by
    /// others, 2: estimated.
    package var rank: Int {
        switch self {
        case .reported, .restated, .preliminary: 0
        case .aggregated: 1
        case .estimated: 2
        }
    }
}
