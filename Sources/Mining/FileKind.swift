/// What a CSV file holds, in the order in which the files of one import are applied: figures
/// name companies, and claims are made about groups, so these come first.
///
/// The raw values are stored in books.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    case companies, aliases, groups, observations, claims

    /// The place in the order of application, from 0.
    package var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension FileKind: CustomStringConvertible {
    package var description: String { rawValue }
}
