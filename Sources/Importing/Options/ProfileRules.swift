/// The settings of a profile that have no option of `import`.
struct ProfileRules: Sendable {
    /// The name of the profile, for messages; empty without a profile.
    var profile = ""
    /// The meanings of columns. Files need not have these columns, and options override them.
    var mappings: [ColumnMapping] = []
    /// Whether to ignore, and list in a note, the columns that have no known meaning.
    var ignoresOtherColumns = false
    /// Whether the file name contains the ticker if the file has no subject column.
    var subjectIsInFileName = false
    var spelling = SubjectSpelling()
    /// The values that certain columns must have, if the file has these columns.
    var requirements: [RowRequirement] = []

    /// The names of the columns that can contain figures, in the profile's order.
    var figureColumns: [String] {
        mappings.filter(\.meaning.hasFigures).map(\.column).filter { !isColumnNumber($0) }
    }
}

/// A text that a column must have in every row, in any letter case. Other rows are rejected.
struct RowRequirement: Sendable {
    var column: String
    var text: String
}
