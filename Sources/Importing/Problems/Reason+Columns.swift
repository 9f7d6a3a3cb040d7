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

    /// The columns are periods, and the metric is not given.
    package static var noPivotMetric: Self {
        Self(
            .noPivotMetric,
            "the columns are periods, but the metric is not given; give it with --metric, such as "
                + "--metric btc_mined")
    }

    /// A column between period columns whose name is not a period.
    package static func notPeriodColumn(_ column: String) -> Self {
        Self(
            .notPeriodColumn,
            "is not a period, such as 2025Q4, 2025-12 or FY26Q1; rename it, or ignore it with "
                + optionText("--ignore-column", column))
    }

    /// A column whose name has no known meaning, and what it may mean.
    struct UnknownColumn {
        let name: String
        /// The likely meaning as `--map` takes it; nil if there is none.
        var meaning: String?
        /// Several meanings that it may have.
        var choices: [String] = []
    }

    /// How many unknown columns a message lists.
    static let listedColumnCount = 20

    /// All columns of a file whose names have no known meaning. `profiles` are those whose header it
    /// may be. The sentence about a single column does not name it.
    static func unknownColumns(_ columns: [UnknownColumn], profiles: [String]) -> Self {
        let shown = columns.prefix(listedColumnCount)
        let isOne = columns.count == 1
        let it = isOne ? "it" : "them"
        var sentence =
            isOne
            ? "is not a known column"
            : "the columns \(listed(columns.map { quoted($0.name) }, atMost: listedColumnCount)) "
                + "are not known"
        sentence += likelyProfiles(profiles)
        for column in shown where !column.choices.isEmpty {
            sentence +=
                "; \(isOne ? "it" : quoted(column.name)) could be \(listed(column.choices, "or"))"
        }
        let mapped = shown.filter { $0.meaning != nil }
        if isOne, let meaning = columns[0].meaning {
            let name = meaning.split(separator: ":").first.map(String.init) ?? meaning
            sentence += "; did you mean \(name)? Then import with "
        } else if mapped.isEmpty {
            sentence += "; say what \(isOne ? "it means" : "they mean") with --map COLUMN=MEANING"
        } else {
            sentence += "; if this is what they mean, import with "
        }
        sentence += mapped.map { optionText("--map", "\($0.name)=\($0.meaning ?? "")") }
            .joined(separator: " ")
        let ignored = shown.map { optionText("--ignore-column", $0.name) }.joined(separator: " ")
        return Self(.unknownColumn, "\(sentence), or ignore \(it) with \(ignored)")
    }

    private static func likelyProfiles(_ names: [String]) -> String {
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

    /// An option names a column that no file has.
    package static func absentColumn(_ text: String, nearest: String?) -> Self {
        Self(
            .absentColumn,
            "the files have no column \(quoted(text))"
                + suggestion(nearest, else: "write it as in the header"))
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
