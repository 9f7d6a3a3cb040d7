import CSV
import Mining

/// The columns of a file. A layout takes each column once, by its name or its mapped meaning.
///
/// Names are compared as `normalizedName` writes them: letter case, spaces and underscores do not
/// matter.
struct Header {
    let first: FirstRecord
    /// The columns of `first`, without a column of row numbers.
    let columns: [FileColumn]
    let options: ImportOptions
    var problems: RecordProblems

    private let columnsByName: [String: [FileColumn]]
    /// The indices of the columns that a layout has taken. Most are asked for many times.
    private var taken: Set<Int> = []
    /// The names that the layout needs but no column has.
    private(set) var missing: [String] = []
    /// The names that the layout knows, each with the usual name of the same meaning.
    private var knownNames: [(name: String, meaning: String)] = []
    /// What columns of the file mean, or are suggested to mean.
    private var takenMeanings: Set<String> = []
    /// Whether the layout has one column for each metric.
    private(set) var hasMetricColumns = false
    /// Whether the layout has one column for each period.
    var hasPeriodColumns = false
    /// The full periods of columns whose names are only a part of them, by index.
    var periodNames: [Int: String] = [:]
    /// How columns were read, as in `BTC held as btc_held in BTC`.
    var descriptions: [String] = []
    /// The columns that the profile ignores, in the file's order.
    var ignored: [String] = []

    /// Reads the file's first record. Keeps at most `room` problems.
    ///
    /// `isData`: the record is data, not a header. `hasRowNumbers`: the first column has row numbers
    /// and is left out. `labelColumn`: the index of the column that has the metrics, although its
    /// name does not say so; nil if there is none. `spacers`: the indices of columns to leave out. `units`: the units of the fields, from the line
    /// below the header; empty texts for none. `stack` is the header if it has several lines; then
    /// `record` is one of them.
    init(
        _ record: CSVRecord, isData: Bool = false, hasRowNumbers: Bool = false,
        labelColumn: Int? = nil, spacers: Set<Int> = [], units: [String] = [],
        stack: StackedHeader? = nil, room: Int,
        options: ImportOptions
    ) {
        self.options = options
        first = FirstRecord(record, isData: isData, stack: stack, room: room, options: options)
        columns = first.columns.dropFirst(hasRowNumbers ? 1 : 0).filter { column in
            column.index.map { !spacers.contains($0) } ?? true
        }.map { column in
            var column = column
            if let index = column.index, index < units.count, !units[index].isEmpty {
                column.unit = units[index]
            }
            return column
        }
        columnsByName = Dictionary(grouping: columns) { column in
            if let labelColumn, column.index == labelColumn {
                return ObservationField.metric.rawValue
            }
            return Self.meaning(of: column, options)
        }
        problems = first.problems
        for column in columns {
            guard case .ignored = options.meaning(of: column) else { continue }
            if options.rules.ignoresOtherColumns, options.isIgnoredByProfile(column) {
                pass(column)
            } else {
                take(column, as: "ignored")
            }
        }
        for column in columns where column.isAlwaysIgnored { pass(column) }
    }

    /// Whether the name of the first remaining column is a date, as in a row of data.
    var beginsWithDay: Bool { rest.first.flatMap { DateText($0.name) } != nil }

    /// Whether a remaining column has one of these names.
    func has(_ names: String...) -> Bool { has(anyOf: names) }

    /// The same for a list of names.
    func has(anyOf names: [String]) -> Bool { names.contains { !rest(named: $0).isEmpty } }

    /// Whether an option sets this field for all rows.
    func hasDefault(for field: ObservationField) -> Bool { options.defaults[field] != nil }

    /// Whether a remaining column has the name of a metric, or nearly.
    var hasMetricNames: Bool { rest.contains { MetricColumn.isLikely($0, options) } }

    /// Whether a mapping gives a column the meaning of a metric.
    var hasMetricMappings: Bool {
        columns.contains { if case .metric = options.meaning(of: $0) { true } else { false } }
    }

    /// The indices of columns without a name or a meaning behind the first one.
    var unnamedColumns: Set<Int> {
        guard !first.isData else { return [] }
        let others = columns.drop { $0.isAlwaysIgnored }.dropFirst()
        return Set(
            others.filter { !$0.isNamed && options.meaning(of: $0) == nil }.compactMap(\.index))
    }

    /// Whether nothing in the header says which metrics the figures are.
    var hasNoMetric: Bool {
        !isStacked && !has("metric") && !hasMetricNames && !hasMetricMappings
            && possibleLabelColumns.isEmpty && cornerMetric == nil
    }

    /// Whether the name of a remaining column is a period.
    var hasPeriodNames: Bool { rest.contains { HeaderPeriods.isPeriod($0.name) } }

    /// Takes the column with one of these names, or the option that replaces it; nil if there is
    /// neither. A second such column is a problem.
    mutating func optional(_ names: String...) -> FileColumn? { take(names) }

    /// The same for a list of names.
    mutating func optional(anyOf names: [String]) -> FileColumn? { take(names) }

    /// Takes the column with one of these names, which mean different things; nil if there is none.
    mutating func optional(oneOf names: [String]) -> FileColumn? { take(names, asTheFirst: false) }

    /// Like `optional(_:)`, but a missing column is a problem, which names the first of the names.
    mutating func required(_ names: String...) -> FileColumn? { required(anyOf: names) }

    /// The same for a list of names.
    mutating func required(anyOf names: [String]) -> FileColumn? {
        let column = take(names)
        if column == nil { missing += names.prefix(1) }
        return column
    }

    /// Takes the columns whose names are metrics, one for each metric.
    mutating func metricColumns() -> [MetricColumn] {
        hasMetricColumns = true
        var figures: [MetricColumn] = []
        let countBefore = problems.count
        for column in rest {
            switch MetricColumn.read(column, options) {
            case .metric(let figure):
                if let first = figures.first(where: { $0.metric.metric == figure.metric.metric }) {
                    problems.add(
                        column.name, field: column.index,
                        .repeatedColumn(first: first.column.name))
                } else {
                    figures.append(figure)
                }
            case .ambiguous(let name, let choices, let remedy):
                problems.add(
                    column.name, field: column.index,
                    .ambiguousColumn(name, choices: choices.map(\.code), remedy: remedy))
            case .problem(let reason):
                problems.add(column.name, field: column.index, reason)
            case .notMetric:
                continue
            }
            pass(column)
        }
        for figure in figures {
            take(figure.column, as: figure.meaning)
            takenMeanings.insert(figure.metric.metric.code)
        }
        let isSettled = rest.isEmpty || options.rules.ignoresOtherColumns
        if figures.isEmpty, isSettled, problems.count == countBefore { report(.noMetricColumn) }
        return figures
    }

    /// How all columns were read: `ticker as subject, date as period, BTC held as btc_held in BTC`.
    var description: String { escaped(descriptions.joined(separator: ", "), limit: 400) }

    /// The ignored columns for a note: `the columns Open, High and Low`.
    var ignoredNames: String {
        "the column\(ignored.count == 1 ? "" : "s") "
            + listed(ignored.map { escaped($0) }, "and")
    }

    /// Whether a mapping names a column of this file.
    var isMapped: Bool { columns.contains { options.meaning(of: $0) != nil } }

    /// Whether a mapping gives a meaning to a column by its name in this header.
    var hasMappedName: Bool {
        columns.contains { column in
            switch options.meaning(of: column) {
            case .metric, .column: column.isNamed
            case .ignored, nil: false
            }
        }
    }

    /// Reports a problem of the header as a whole.
    mutating func report(_ reason: ImportProblem.Reason) { problems.add(nil, reason) }

    /// Leaves out a column that was taken or reported.
    mutating func pass(_ column: FileColumn) {
        if let index = column.index { taken.insert(index) }
    }

    /// The remaining columns, which are not taken yet, in the file's order.
    var rest: [FileColumn] { columns.filter { !isTaken($0) } }

    private func isTaken(_ column: FileColumn) -> Bool {
        column.index.map(taken.contains) ?? false
    }

    /// The names that the layout knows and no column has: an unknown column may be a misspelling of
    /// one.
    var freeNames: [String] {
        knownNames.filter { !takenMeanings.contains($0.meaning) }.map(\.name)
    }

    /// Whether a column of the file has this meaning.
    func isTaken(_ meaning: String) -> Bool { takenMeanings.contains(meaning) }

    /// Notes that a meaning is suggested for an unknown column; false if another column has it.
    mutating func takeMeaning(of name: String) -> Bool {
        let meaning = knownNames.first { $0.name == name }?.meaning ?? name
        return takenMeanings.insert(meaning).inserted
    }

    /// Takes the first remaining column.
    mutating func takeFirst(as meaning: String) -> FileColumn? {
        let column = rest.first
        if let column { take(column, as: meaning) }
        return column
    }

    private mutating func take(_ column: FileColumn, as meaning: String) {
        pass(column)
        descriptions.append(
            normalizedName(column.name) == meaning
                ? column.name : "\(column.fullName) as \(meaning)")
    }

    private func rest(named name: String) -> [FileColumn] {
        (columnsByName[name] ?? []).filter { column in
            if case .metric = options.meaning(of: column) { return false }
            return !isTaken(column)
        }
    }

    /// The name that a mapping gives a column, else its own.
    private static func meaning(of column: FileColumn, _ options: ImportOptions) -> String {
        if case .column(let name) = options.meaning(of: column) { return name }
        return normalizedName(column.name)
    }

    /// `asTheFirst`: all names mean the same as the first one.
    private mutating func take(_ names: [String], asTheFirst: Bool = true) -> FileColumn? {
        knownNames += names.map { ($0, names[0]) }
        let found = names.flatMap(rest(named:)).sorted { ($0.index ?? 0) < ($1.index ?? 0) }
        for column in found {
            take(column, as: asTheFirst ? names[0] : Self.meaning(of: column, options))
        }
        if !found.isEmpty { takenMeanings.insert(names[0]) }
        for repeated in found.dropFirst() {
            problems.add(
                repeated.name, field: repeated.index, .repeatedColumn(first: found[0].name))
        }
        // The default unit applies in `ValueSpec`, because it need not fit all metrics of a file.
        guard let field = names.first.flatMap(ObservationField.init), field != .unit,
            let text = options.defaults[field]
        else { return found.first }
        return FileColumn(
            index: found.first?.index, name: found.first?.name ?? field.option,
            fallback: Array(text.utf8))
    }
}
