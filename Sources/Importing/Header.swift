import CSV
import Mining

/// The columns of a file, each taken once by what it is recognised as.
///
/// Names are compared in lower case, without spaces around them, a space for an underscore.
/// Columns without a name behind the last that has one are none.
struct Header {
    let columns: [Column]
    /// How many fields the record has, with or without a name.
    let fieldCount: Int
    let options: ImportOptions
    private(set) var findings: Findings

    private let columnsByName: [String: [Column]]
    private var taken: Set<Column> = []
    private var missing: [String] = []
    /// The names asked for so far: what an unknown column may misspell.
    private var knownNames: [String] = []
    private var mayHaveFigures = false
    private var hasPeriodsAcross = false
    /// How columns were read, as short texts.
    private var readings: [String] = []

    /// Reads the file's first record, and keeps at most `room` of the problems found.
    ///
    /// With `hasRowNumbers` the first column, which has no name, is none either.
    init(_ record: CSVRecord, hasRowNumbers: Bool = false, room: Int, options: ImportOptions) {
        self.options = options
        var row = Row(record, room: room, dates: DateReader(options))
        var columns = record.fields.indices.map { index in
            Column(index: index, name: row.text(Column(index: index, name: "column \(index + 1)")))
        }
        while columns.last?.name.isEmpty == true { columns.removeLast() }
        if hasRowNumbers { columns = Array(columns.dropFirst()) }
        self.columns = columns
        fieldCount = record.fields.count
        columnsByName = Dictionary(grouping: columns) { column in
            if case .column(let name) = options.meaning(of: column) { return name }
            return normalizedName(column.name)
        }
        findings = row.findings
        for column in columns {
            if case .ignored = options.meaning(of: column) { take(column, as: "ignored") }
        }
        taken.formUnion(columns.filter(\.isPassedOver))
    }

    /// Whether a column has one of these names.
    func has(_ names: String...) -> Bool { has(anyOf: names) }

    func has(anyOf names: [String]) -> Bool { names.contains { !rest(named: $0).isEmpty } }

    /// Whether an option says `part` for rows that don't.
    func says(_ part: Part) -> Bool { options.defaults[part] != nil }

    /// Whether a column has the name of a metric, or nearly.
    var hasFigures: Bool { rest.contains { MetricColumn.isLikely($0, options) } }

    /// Whether an option says that a column has figures of a metric.
    var mapsFigures: Bool {
        columns.contains { if case .metric = options.meaning(of: $0) { true } else { false } }
    }

    /// Whether a column is called by a period.
    var hasPeriods: Bool { rest.contains { PeriodText($0.name) != nil } }

    /// Takes the column that has one of these names, or that an option stands in for; a second
    /// one is a problem.
    mutating func optional(_ names: String...) -> Column? { take(names) }

    /// The same, and a problem where there is none. The first name is the usual one.
    mutating func required(_ names: String...) -> Column? { required(anyOf: names) }

    mutating func required(anyOf names: [String]) -> Column? {
        let column = take(names)
        if column == nil { missing += names.prefix(1) }
        return column
    }

    /// Takes the columns that are called by a metric, one for each metric.
    mutating func figures() -> [MetricColumn] {
        mayHaveFigures = true
        if rest.isEmpty { report(.noMetricColumn) }
        var figures: [MetricColumn] = []
        for column in rest {
            switch MetricColumn.read(column, options) {
            case .metric(let figure):
                if let first = figures.first(where: { $0.metric.metric == figure.metric.metric }) {
                    findings.add(column.name, .repeatedColumn(first: first.column.name))
                } else {
                    figures.append(figure)
                }
            case .problem(let fact):
                findings.add(column.name, fact)
            case .other:
                continue
            }
            taken.insert(column)
        }
        for figure in figures { take(figure.column, as: figure.meaning) }
        return figures
    }

    /// Takes the columns that are called by a period, one for each period.
    mutating func periods() -> [(column: Column, time: PeriodText)] {
        hasPeriodsAcross = true
        var periods: [(column: Column, time: PeriodText)] = []
        for column in rest {
            guard let time = PeriodText(column.name) else { continue }
            if let first = periods.first(where: { $0.time == time }) {
                findings.add(column.name, .repeatedColumn(first: first.column.name))
            }
            periods.append((column, time))
            taken.insert(column)
        }
        if let first = periods.first, let last = periods.last {
            readings.append(
                "\(counted(periods.count, "period")) \(first.column.name) to \(last.column.name)")
        }
        return periods
    }

    /// How each column was read: `ticker as subject, date as period, BTC held as btc_held in BTC`.
    var reading: String { escaped(readings.joined(separator: ", "), limit: 400) }

    /// Whether an option says what a column of this file means.
    var isMapped: Bool { columns.contains { options.meaning(of: $0) != nil } }

    mutating func report(_ fact: ImportProblem.Fact) { findings.add(nil, fact) }

    /// Reports what `layout` misses, and the columns that nothing has taken.
    mutating func close(as layout: LayoutName) {
        if !missing.isEmpty {
            report(.missingColumns(missing, of: layout.description, header: layout.header))
        }
        let (knownNames, mayHaveFigures) = (knownNames, mayHaveFigures)
        for column in rest {
            if column.name.isEmpty {
                report(
                    column.index == 0
                        ? .unnamedFirstColumn : .unnamedColumn(number: (column.index ?? 0) + 1))
                continue
            }
            if hasPeriodsAcross {
                findings.add(column.name, .notPeriodColumn)
                continue
            }
            findings.add(
                column.name,
                .unknownColumn(
                    nearest: nearest(to: normalizedName(column.name), in: knownNames)
                        ?? (mayHaveFigures ? MetricColumn.nearestCode(to: column) : nil)))
        }
    }

    /// Those that nothing has taken yet, in the file's order.
    private var rest: [Column] { columns.filter { !taken.contains($0) } }

    private mutating func take(_ column: Column, as meaning: String) {
        taken.insert(column)
        readings.append(
            normalizedName(column.name) == meaning ? column.name : "\(column.name) as \(meaning)")
    }

    private func rest(named name: String) -> [Column] {
        (columnsByName[name] ?? []).filter { column in
            if case .metric = options.meaning(of: column) { return false }
            return !taken.contains(column)
        }
    }

    private mutating func take(_ names: [String]) -> Column? {
        knownNames += names
        let found = names.flatMap(rest(named:)).sorted { ($0.index ?? 0) < ($1.index ?? 0) }
        for column in found { take(column, as: names[0]) }
        for repeated in found.dropFirst() {
            findings.add(repeated.name, .repeatedColumn(first: found[0].name))
        }
        // A unit stands in by way of what is measured: it need not fit all of a file's metrics.
        guard let part = names.first.flatMap(Part.init), part != .unit,
            let text = options.defaults[part]
        else { return found.first }
        return Column(
            index: found.first?.index, name: found.first?.name ?? part.option,
            fallback: Array(text.utf8))
    }
}
