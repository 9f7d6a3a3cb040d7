import Mining

/// How to read the files of one site: values for the options of `import`, and settings that only
/// profiles have.
///
/// A profile is a text with one setting per line, such as
///
/// ```
/// subject: from file name
/// map: Date=period
/// map: Close=share_price:USD
/// other-columns: ignore
/// ```
///
/// Built-in profiles and those of users have the same format (`ProfileSetting`,
/// docs/profiles/your-own.md).
package struct Profile: Sendable {
    /// The name or path by which the user selects it.
    package let name: String
    /// One line about the files that it reads; may be empty.
    package internal(set) var about = ""
    /// Values for the options of `import`, which override them.
    var options = ImportOptions()
    /// The settings without an option.
    var rules = ProfileRules()

    /// The subject of all figures, such as `BTC` or `from file name`; nil if the profile does not
    /// set it.
    package var subject: String? {
        rules.subjectIsInFileName ? ProfileSetting.fromFileName : options.defaults[.subject]
    }

    /// The codes of the metrics in its mappings, in their order and without repeats, and then of
    /// those in its labels and of those found by tags.
    package var metrics: [String] {
        var codes: [String] = []
        for case .metric(let metric, _) in rules.mappings.map(\.meaning)
        where !codes.contains(metric.code) {
            codes.append(metric.code)
        }
        let labelled = Set(rules.labels.values.map(\.metric)).sorted { $0.rawValue < $1.rawValue }
        for metric in labelled + rules.facts.map(\.metric) where !codes.contains(metric.code) {
            codes.append(metric.code)
        }
        return codes
    }
}

extension Profile {
    /// How many columns the profile knows in a file with these names, which are written as by
    /// `normalizedName`. Zero unless it finds figures, a period and a subject. It finds a subject
    /// in a column, or sets it if the file has no column of subjects.
    func columnCount(among names: Set<String>) -> Int {
        let found = rules.mappings.filter { names.contains(normalizedName($0.column)) }
        func has(_ field: ObservationField) -> Bool {
            found.contains { mapping in
                if case .column(field.rawValue) = mapping.meaning { true } else { false }
            }
        }
        let hasFigures = found.contains(where: \.meaning.hasFigures)
        // `--period` gives the period of a profile without a column for it.
        let hasPeriod =
            has(.period)
            || !rules.mappings.contains {
                if case .column(ObservationField.period.rawValue) = $0.meaning {
                    true
                } else {
                    false
                }
            }
        // The files of a site that names several subjects have more columns than the profile maps.
        let hasOthers = !rules.ignoresOtherColumns || names.count > found.count
        let hasOwnSubject = subject != nil && names.isDisjoint(with: Header.subjectNames)
        return hasFigures && hasPeriod && (hasOwnSubject || has(.subject) && hasOthers)
            ? found.count : 0
    }

    /// Whether the profile may read figures of `subject`, which is set by an option; nil if none is
    /// set. A profile with a subject of its own reads no other.
    func allows(_ subject: String?) -> Bool {
        guard let subject, let own = options.defaults[.subject] else { return true }
        return own.uppercased() == subject.uppercased()
    }
}

extension ImportOptions {
    /// Adds the settings of `profile` that these options leave open.
    package mutating func adopt(_ profile: Profile) {
        let others = profile.options
        delimiter = delimiter ?? others.delimiter
        encoding = encoding ?? others.encoding
        skippedLines = skippedLines ?? others.skippedLines
        header = header ?? others.header
        dateOrder = dateOrder ?? others.dateOrder
        timezone = timezone ?? others.timezone
        periodLength = periodLength ?? others.periodLength
        decimal = decimal ?? others.decimal
        rules = profile.rules
        rules.profile = profile.name
        // A column that an option maps replaces the profile's column with the same meaning.
        rules.mappings.removeAll { mapping in
            mappings.contains { $0.meaning.isSame(as: mapping.meaning) }
        }
        if defaults[.subject] != nil { rules.subjectIsInFileName = false }
        defaults.merge(others.defaults) { own, _ in own }
    }
}
