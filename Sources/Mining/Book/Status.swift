/// Who stands behind a figure.
///
/// The raw values are stored in books, so they are never reused or renumbered.
package enum Status: Int, Sendable, Hashable, CaseIterable {
    /// The company's own.
    case reported = 1
    /// The company's own, before its books were closed.
    case preliminary
    /// The company's own, in place of what it had said before.
    case restated
    /// A data site's or the press's.
    case aggregated
    /// The researcher's.
    case estimated

    /// The word that files, views and reports use.
    package var name: String {
        switch self {
        case .reported: "reported"
        case .preliminary: "preliminary"
        case .restated: "restated"
        case .aggregated: "aggregated"
        case .estimated: "estimated"
        }
    }

    package init?(name: some StringProtocol) {
        let wanted = name.lowercased()
        guard let status = Self.allCases.first(where: { $0.name == wanted }) else { return nil }
        self = status
    }

    /// What a company says itself (0) goes before what others say of it (1), and that before
    /// an estimate (2).
    package var rank: Int {
        switch self {
        case .reported, .restated, .preliminary: 0
        case .aggregated: 1
        case .estimated: 2
        }
    }
}
