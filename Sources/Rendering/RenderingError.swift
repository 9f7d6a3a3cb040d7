/// What keeps a document from being rendered.
package enum RenderingError: Error, Sendable, Hashable {
    /// The table asked for is none of the report's; `known` are those that it has.
    case unknownTable(name: String, report: String, known: [String])
}

extension RenderingError: CustomStringConvertible {
    package var description: String {
        switch self {
        case .unknownTable(let name, let report, let known) where known.isEmpty:
            "no table \"\(name.visible)\": \(report) has no tables"
        case .unknownTable(let name, let report, let known):
            "no table \"\(name.visible)\" in \(report); choose from \(known.joined(separator: ", "))"
        }
    }
}
