/// What a CSV file holds.
///
/// The raw values are stored in books.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    case companies, aliases, groups, observations, claims
}

extension FileKind: Comparable {
    /// In the order in which the files of one import are applied: figures name companies, and
    /// claims are made about groups, so these come first.
    package static func < (left: FileKind, right: FileKind) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension FileKind: CustomStringConvertible {
    package var description: String { rawValue }
}
