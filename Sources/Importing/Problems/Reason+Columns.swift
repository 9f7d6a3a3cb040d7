/// Problems of a header, of column mappings and of column names.
extension ImportProblem.Reason {
    /// The header matches no layout. `profiles` are those whose header it may be.
    package static func unrecognisedHeader(
        _ header: String, looksLikeData: Bool, profiles: [String] = []
    ) -> Self {
        Self(
            .unrecognisedHeader,
            "\(quoted(header)) is not a known header" + likelyProfiles(profiles)
                + "; known headers are "
                + Layout.allCases.map { "\($0.header) (\($0))" }.joined(separator: "; ")
                + (header.contains("  ")
                    ? "; if its columns are separated by spaces, put a comma or a tab between them"
                    : "")
                + "; if there are lines before the header, give their number with --skip-lines"
                + (looksLikeData
                    ? "; if the file has no header, use --no-header and name its columns with "
                        + "--map 'column 1=period'" : ""))
    }

    /// The layout needs columns that are missing. `options` set the same for all rows.
    package static func missingColumns(
        _ names: [String], of layout: String, header: String, options: [String]
    ) -> Self {
        Self(
            .missingColumns,
            "\(layout) need the column\(names.count == 1 ? "" : "s") \(listed(names, "and")); "
                + "the usual header is \(header)"
                + (options.isEmpty ? "" : "; or set \(listed(options, "and")) for all rows"))
    }

    /// The file has none of the columns from which a profile reads figures.
    package static func noProfileColumn(_ profile: String, header: String, columns: [String])
        -> Self
    {
        Self(
            .noProfileColumn,
            "\(quoted(header)) has no column of figures that the profile \(escaped(profile)) knows; "
                + "it reads \(listed(columns.map { escaped($0) }, "or")); choose another profile "
                + "from minerbook list profiles, or give a column a meaning with --map")
    }

    /// The header has no column with figures of a metric.
    package static var noMetricColumn: Self {
        Self(
            .noMetricColumn,
            "there is no column of figures; name a column for each metric, with its unit, such as "
                + "deployed_hashrate (EH/s)")
    }

    /// The columns are periods, and the metric is not given. `column` is the one that may have it; nil
    /// if there is none.
    static func noPivotMetric(_ column: String?) -> Self {
        Self(
            .noPivotMetric,
            "the columns are periods, but the metric is not given; give it with --metric, such as "
                + "--metric btc_mined"
                + (column.map {
                    ", or say that it is in a column with \(optionText("--map", "\($0)=metric"))"
                } ?? ""))
    }

    /// A column between period columns whose name is not a period.
    package static func notPeriodColumn(_ column: String) -> Self {
        Self(
            .notPeriodColumn,
            "is not a period, such as 2025Q4, 2025-12 or FY26Q1; rename it, or ignore it with "
                + optionText("--ignore-column", column))
    }

    /// All columns of a file whose names have no known meaning. `profiles` are those whose header it
    /// may be. The sentence about a single column does not name it.
    static func unknownColumns(_ columns: [UnknownName], profiles: [String]) -> Self {
        Self(.unknownColumn, UnknownName.sentence(about: columns, .columns, profiles))
    }

    /// `; for a file like this there is --profile yahoo`; empty for no profiles.
    static func likelyProfiles(_ names: [String]) -> String {
        names.isEmpty
            ? ""
            : "; for a file like this there is \(listed(names.map { "--profile \($0)" }, "or"))"
    }

    /// A column without a name; `column` is its name in messages, such as `column 3`.
    package static func unnamedColumn(_ column: String) -> Self {
        Self(
            .unnamedColumn,
            "\(column) has no name; name it in the header, say what it means with --map "
                + "COLUMN=MEANING, or ignore it with \(optionText("--ignore-column", column))")
    }

    /// A first column without a name that does not have row numbers.
    /// `meaning` is what the file lacks.
    package static func unnamedFirstColumn(_ column: String, meaning: String) -> Self {
        Self(
            .unnamedFirstColumn,
            "\(column) has no name and is not numbered 0, 1, 2, …; name it in the header, or give "
                + "it a meaning, such as \(optionText("--map", "\(column)=\(meaning)"))")
    }

    /// A column of a file without a header; `first` is its first cell. `meaning` is the likely one;
    /// nil if there is none.
    package static func unmappedColumn(_ column: String, first: String, meaning: String?) -> Self {
        Self(
            .unmappedColumn,
            "\(column) begins with \(quoted(first)), but its meaning is not given; give it with "
                + (meaning.map { optionText("--map", "\(column)=\($0)") }
                    ?? "--map COLUMN=MEANING")
                + ", or ignore it with "
                + optionText("--ignore-column", column))
    }

    /// An option names a column that no file has, and no label if `what` says so.
    package static func absentColumn(
        _ text: String, what: AbsentName = .column, nearest: String?
    ) -> Self {
        let remedy = what == .column ? "write it as in the header" : "write it as in the file"
        return Self(
            .absentColumn,
            "the files have no \(what.rawValue) \(quoted(text))"
                + suggestion(nearest, else: remedy))
    }

    /// What the name in an option may be.
    package enum AbsentName: String {
        case column, label
        case either = "column or label"
    }

    /// A column with the same meaning as the column `first`.
    package static func repeatedColumn(first: String) -> Self {
        Self(
            .repeatedColumn,
            "has the same meaning as the column \(quoted(first)); keep only one of them")
    }

    /// A column name that fits several metrics. `remedy` is an example for `--map`.
    package static func ambiguousColumn(_ text: String, choices: [String], remedy: String) -> Self {
        Self(
            .ambiguousColumn,
            "\(quoted(text)) could be \(listed(choices, "or")); choose one, such as "
                + optionText("--map", remedy))
    }

    /// A value of `--map` without the form COLUMN=MEANING.
    package static func notMapping(_ text: String) -> Self {
        Self(
            .notMapping,
            "\(quoted(text)) is not COLUMN=MEANING, such as 'Hash Rate=deployed_hashrate:TH/s', "
                + "Date=period or Volume=ignore")
    }

    /// A meaning in `--map` that is neither a metric nor a known column name.
    package static func notMeaning(_ text: String, nearest: String?) -> Self {
        Self(
            .notMeaning,
            "\(quoted(text)) is not a metric, a known column name or ignore"
                + suggestion(nearest, else: "docs/csv-formats.md lists them all"))
    }
}
