import CSV
import Mining

extension Profile {
    /// Applies the line `setting: text`. `text` must not be empty.
    ///
    /// - Throws: `ImportProblem.Reason` if `text` is not a value of the setting.
    mutating func set(_ setting: ProfileSetting, to text: String) throws(ImportProblem.Reason) {
        switch setting {
        case .about: about = text
        case .subject:
            rules.subjectIsInFileName = text == ProfileSetting.fromFileName
            if !rules.subjectIsInFileName { options.defaults[.subject] = text }
        case .metric:
            guard let metric = Metric(named: text) else { throw Metric.problem(withName: text) }
            options.defaults[.metric] = metric.code
        case .unit:
            options.defaults[.unit] = try known(
                text, Unit.isWritten(text) ? text : nil, "a unit, such as EH/s or USD bn")
        case .period:
            guard PeriodText(text) != nil else { throw .notPeriod(text) }
            options.defaults[.period] = text
        case .publishedOn:
            guard Day(text) != nil else { throw .notDay(text) }
            options.defaults[.publishedOn] = text
        case .source: options.defaults[.source] = text
        case .status:
            guard Status(name: text) != nil else { throw .notStatus(text) }
            options.defaults[.status] = text
        case .map: rules.mappings.append(try ColumnMapping(text))
        case .ignoreColumn: rules.mappings.append(ColumnMapping(ignoring: text))
        case .delimiter:
            options.delimiter = try known(
                text, Dialect.Delimiter.allCases.first { $0.name == text },
                listed(Dialect.Delimiter.allCases.map(\.name), "or"))
        case .encoding: options.encoding = try choice(text) as TextEncoding
        case .skipLines:
            options.skippedLines = try known(
                text, wholeNumber(text, in: ImportOptions.skippableLines),
                "a number of lines")
        case .noHeader:
            options.header = try known(text, text == "yes" ? .absent : nil, "yes")
        case .header: options.header = try known(text, text == "maybe" ? .maybe : nil, "maybe")
        case .dateOrder: options.dateOrder = try choice(text) as DateOrder
        case .periodOf: options.periodLength = try choice(text) as PeriodLength
        case .timezone:
            options.timezone = try known(
                text, timezoneOffset(text), "an offset from UTC, such as +01:00")
        case .decimal: options.decimal = try choice(text) as DecimalMark
        case .otherColumns:
            rules.ignoresOtherColumns = try known(text, text == "ignore" ? true : nil, "ignore")
        case .subjectSuffix: rules.spelling.suffixes.append(text)
        case .subjectName:
            let (name, subject) = try parts(of: text, "NAME=SUBJECT, such as BTCUSD=BTC")
            rules.spelling.subjects[name.lowercased()] = subject
        case .require:
            let (column, wanted) = try parts(of: text, "COLUMN=TEXT, such as <PER>=D")
            rules.requirements.append(RowRequirement(column: column, text: wanted))
        case .refuseFile:
            rules.refusedFileWords += text.lowercased().split(separator: ",").map { trimmed($0) }
        case .fact: rules.facts.append(try FactRule(text))
        case .missing: rules.missingMarks.append(text.lowercased())
        case .rows:
            rules.json.rows.append(
                try known(text, RowPattern(text), "a path of rows, such as data[*] or series.*[*]"))
        case .rowNames: rules.json.rowNames = RowNames(text)
        case .label:
            let (label, meaning) = try parts(
                of: text, "LABEL=METRIC, such as hash-rate=network_hashrate:TH/s")
            rules.labels[label.lowercased()] = try MetricLabel(meaning)
        case .daysLate: try setDaysLate(text)
        case .partialDays:
            rules.ignoresPartialDays = try known(text, text == "ignore" ? true : nil, "ignore")
        case .recognise:
            rules.json.isRecognised = try known(text, text == "no" ? false : nil, "no")
        }
    }

    /// Reads `1`, for all files, or `hashrates[*]=1`, for the rows of a path.
    private mutating func setDaysLate(_ text: String) throws(ImportProblem.Reason) {
        let expected = "a number of days, such as 1 or hashrates[*]=1"
        let days = text.split(separator: "=").last.flatMap { wholeNumber(trimmed($0), in: 0...366) }
        guard text.contains("=") else {
            rules.daysLate = try known(text, days, expected)
            return
        }
        let path = RowPattern(try parts(of: text, expected).left)
        rules.json.daysLate[try known(text, path, expected)] = try known(text, days, expected)
    }

    /// The choice that `text` names; throws that it is none of them.
    private func choice<Choice: RawRepresentable<String> & CaseIterable>(_ text: String)
        throws(ImportProblem.Reason) -> Choice
    {
        try known(text, Choice(rawValue: text), listed(Choice.allCases.map(\.rawValue), "or"))
    }

    /// Returns `value`. If it is nil, throws that `text` is not `expected`.
    private func known<Value>(_ text: String, _ value: Value?, _ expected: String)
        throws(ImportProblem.Reason) -> Value
    {
        guard let value else { throw .notSettingValue(text, expected: expected) }
        return value
    }

    /// The texts before and after the last `=`.
    private func parts(of text: String, _ expected: String)
        throws(ImportProblem.Reason) -> (left: String, right: String)
    {
        let equals = text.lastIndex(of: "=")
        let left = equals.map { trimmed(text[..<$0]) } ?? ""
        let right = equals.map { trimmed(text[$0...].dropFirst()) } ?? ""
        guard !left.isEmpty, !right.isEmpty else {
            throw .notSettingValue(text, expected: expected)
        }
        return (left, right)
    }
}
