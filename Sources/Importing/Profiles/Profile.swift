/// How the files of one site are to be read: what the options of `import` would say of them, and
/// what only a profile says.
///
/// A profile is a text with one setting a line, such as
///
/// ```
/// subject: from file name
/// map: Date=period
/// map: Close=share_price:USD
/// other-columns: ignore
/// ```
///
/// Those that the program brings along and those of users have the same grammar
/// (docs/profiles/your-own.md, `ProfileSetting`).
package struct Profile: Sendable {
    /// What it is asked for by, and what messages call it: a name or a path.
    package let name: String
    /// What it reads, in one line; empty where it doesn't say.
    package internal(set) var about = ""
    /// What options say; where they do, they win.
    var options = ImportOptions()
    /// What only a profile says.
    var rules = ProfileRules()

    /// Whose figures its files have, where it says so: `BTC`, `from file name`.
    package var subject: String? {
        rules.subjectIsInFileName ? ProfileSetting.fromFileName : options.defaults[.subject]
    }

    /// The codes of the metrics that it maps columns to, in its order, each once.
    package var metrics: [String] {
        var codes: [String] = []
        for case .metric(let metric, _) in rules.mappings.map(\.meaning)
        where !codes.contains(metric.code) {
            codes.append(metric.code)
        }
        return codes
    }
}

/// What a profile says of files beyond what options can.
struct ProfileRules: Sendable {
    /// The profile's, for messages; empty where there is none.
    var profile = ""
    /// What columns mean. A file need not have them, and options go before.
    var mappings: [ColumnMapping] = []
    /// Whether columns that nothing names are passed over, and named.
    var ignoresOtherColumns = false
    /// Whether the name of a file without subjects has the ticker.
    var subjectIsInFileName = false
    var spelling = SubjectSpelling()
    /// What every row must have, where the file has the column.
    var requirements: [RowRequirement] = []

    /// The names of the columns that may have figures, in the profile's order.
    var figureColumns: [String] {
        mappings.filter(\.meaning.hasFigures).map(\.column).filter { !isColumnNumber($0) }
    }
}

/// What the cells of a column have to be, in any letter case: other rows are refused.
struct RowRequirement: Sendable {
    var column: String
    var text: String
}

extension ImportOptions {
    /// What the cells of a column have to be, by the profile.
    func requirements(of column: Column) -> [RowRequirement] {
        let name = normalizedName(column.name)
        return rules.requirements.filter { normalizedName($0.column) == name }
    }

    /// Takes over what `profile` says and these options don't.
    package mutating func adopt(_ profile: Profile) {
        let others = profile.options
        delimiter = delimiter ?? others.delimiter
        encoding = encoding ?? others.encoding
        skippedLines = skippedLines ?? others.skippedLines
        header = header ?? others.header
        dateOrder = dateOrder ?? others.dateOrder
        timezone = timezone ?? others.timezone
        decimal = decimal ?? others.decimal
        rules = profile.rules
        rules.profile = profile.name
        // A column that an option maps takes the place of the profile's with that meaning.
        rules.mappings.removeAll { usual in
            mappings.contains { $0.meaning.isSame(as: usual.meaning) }
        }
        if defaults[.subject] != nil { rules.subjectIsInFileName = false }
        defaults.merge(others.defaults) { said, _ in said }
    }
}
