import CSV
import Mining

/// The columns of a file, each taken once by what it is recognised as.
///
/// Names are compared in lower case, without spaces around them, a space for an underscore.
struct Header {
    let first: FirstRecord
    /// Those of `first`, but for one that only numbers the rows.
    let columns: [Column]
    let options: ImportOptions
    var findings: Findings

    private let columnsByName: [String: [Column]]
    private var taken: Set<Column> = []
    /// The names that the layout needs and no column has.
    private(set) var missing: [String] = []
    /// The names asked for so far: what an unknown column may misspell.
    private(set) var knownNames: [String] = []
    private(set) var mayHaveFigures = false
    private(set) var hasPeriodsAcross = false
    /// How columns were read, as short texts.
    private var readings: [String] = []
    /// The columns that the profile leaves aside, in the file's order.
    var passedOver: [String] = []

    /// Reads the file's first record, and keeps at most `room` of the problems found.
    ///
    /// With `isData` the record is data. With `hasRowNumbers` the first column, which has no
    /// name, is none either.
    init(
        _ record: CSVRecord, isData: Bool = false, hasRowNumbers: Bool = false, room: Int,
        options: ImportOptions
    ) {
        self.options = options
        first = FirstRecord(record, isData: isData, room: room, options: options)
        columns = hasRowNumbers ? Array(first.columns.dropFirst()) : first.columns
        columnsByName = Dictionary(grouping: columns) { column in
            if case .column(let name) = options.meaning(of: column) { return name }
            return normalizedName(column.name)
        }
        findings = first.findings
        for column in columns {
            if case .ignored = options.meaning(of: column) { take(column, as: "ignored") }
        }
        taken.formUnion(columns.filter(\.isPassedOver))
    }

    /// Whether the first column that is left is called by a day, as a header of periods isn't.
    var beginsWithDay: Bool { rest.first.flatMap { DateText($0.name) } != nil }

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
        var figures: [MetricColumn] = []
        let known = findings.count
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
        let isSettled = rest.isEmpty || options.rules.ignoresOtherColumns
        if figures.isEmpty, isSettled, findings.count == known { report(.noMetricColumn) }
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

    /// `the columns Open, High and Low`
    var passedOverNames: String {
        "the column\(passedOver.count == 1 ? "" : "s") "
            + listed(passedOver.map { escaped($0) }, "and")
    }

    /// Whether an option says what a column of this file means.
    var isMapped: Bool { columns.contains { options.meaning(of: $0) != nil } }

    /// Whether an option says what a column is by the name that this header gives it.
    var hasMappedName: Bool {
        columns.contains { column in
            switch options.meaning(of: column) {
            case .metric, .column: column.isNamed
            case .ignored, nil: false
            }
        }
    }

    mutating func report(_ fact: ImportProblem.Fact) { findings.add(nil, fact) }

    /// Those that nothing has taken yet, in the file's order.
    var rest: [Column] { columns.filter { !taken.contains($0) } }

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
