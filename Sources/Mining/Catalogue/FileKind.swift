/// What the rows of a CSV file are. The raw values are stored in books.
package enum FileKind: String, Sendable, Hashable, CaseIterable {
    case companies, aliases, groups, observations, claims
}

extension FileKind: Comparable {
    /// The order in which the files of one import are applied: observations refer to companies and
    /// claims to groups, so those come first.
    package static func < (left: FileKind, right: FileKind) -> Bool { left.order < right.order }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension FileKind: CustomStringConvertible {
    /// The raw value.
    package var description: String { rawValue }
}
