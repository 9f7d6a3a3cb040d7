import CSV
import Mining

/// The columns of a file, each taken once by what it is recognised as.
///
/// Names are compared in lower case, without spaces around them, a space for an underscore.
/// A column without a name is called by its number, `column 3`; in a file without a header all
/// are. Behind the last field that has a text or that an option speaks of there are no columns.
struct Header {
    let columns: [Column]
    /// How many fields the record has, with or without a name.
    let fieldCount: Int
    /// Whether the file's first record is data, and no column has a name of its own.
    let isAbsent: Bool
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
    /// What stands in the fields of the first record.
    private let texts: [String]
    /// The columns that the profile leaves aside, in the file's order.
    private(set) var passedOver: [String] = []

    /// Reads the file's first record, and keeps at most `room` of the problems found.
    ///
    /// With `isAbsent` the record is data. With `hasRowNumbers` the first column, which has no
    /// name, is none either.
    init(
        _ record: CSVRecord, isAbsent: Bool = false, hasRowNumbers: Bool = false, room: Int,
        options: ImportOptions
    ) {
        self.options = options
        self.isAbsent = isAbsent
        var row = Row(record, room: room, dates: DateReader(options))
        let numbers = Self.columnNumbers(record)
        texts = record.fields.indices.map { index in
            isAbsent
                ? record.shownText(at: index)
                : row.text(Column(index: index, name: "column \(numbers[index])"))
        }
        var columns = zip(texts.indices, texts).map { index, text in
            isAbsent || text.isEmpty
                ? Column(index: index, name: "column \(numbers[index])", isNamed: false)
                : Column(index: index, name: text)
        }
        while let last = columns.last, let index = last.index, texts[index].isEmpty,
            options.meaning(of: last) == nil
        {
            columns.removeLast()
        }
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
        taken.formUnion(columns.filter { !options.requirements(of: $0).isEmpty })
    }

    /// The numbers by which columns without a name are called, from 1; the remarks on rejected
    /// rows don't count, so that a mended file is read as the first was.
    private static func columnNumbers(_ record: CSVRecord) -> [Int] {
        let remarks = record.hasRejectRemarks ? RejectSheet.names.count : 0
        return record.fields.indices.map { $0 < remarks ? $0 + 1 : $0 + 1 - remarks }
    }

    /// How many fields have a text.
    var filledCount: Int { texts.count { !$0.isEmpty } }

    /// Whether a field is a date or a number, as the names of columns hardly are.
    var looksLikeData: Bool { texts.contains(where: isDatum) }

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

    /// Whether an option says what a column of this file means.
    var isMapped: Bool { columns.contains { options.meaning(of: $0) != nil } }

    /// Whether an option speaks of a column by the name that this header gives it.
    var hasMappedName: Bool { columns.contains { $0.isNamed && options.meaning(of: $0) != nil } }

    /// The header as a sentence quotes it.
    var text: String {
        columns.compactMap { $0.index.map { texts[$0] } }.joined(separator: ",")
    }

    mutating func report(_ fact: ImportProblem.Fact) { findings.add(nil, fact) }

    /// Reports what `layout` misses, and the columns that nothing has taken.
    mutating func close(as layout: LayoutName) {
        if !missing.isEmpty {
            report(
                .missingColumns(
                    missing, of: layout.description, header: layout.header,
                    options: layout.options(for: missing)))
        }
        if options.rules.ignoresOtherColumns {
            passedOver = rest.map(\.name)
            return
        }
        let (knownNames, mayHaveFigures) = (knownNames, mayHaveFigures)
        for column in rest {
            if !column.isNamed {
                report(namelessness(of: column))
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

    /// Reports that nothing is known which has these columns.
    mutating func reportUnrecognised() {
        guard !isAbsent else {
            for column in rest { report(namelessness(of: column)) }
            if rest.isEmpty { report(.noMetricColumn) }
            return
        }
        report(.unrecognisedHeader(text, looksLikeData: looksLikeData))
        if let first = columns.first, first.index == 0, !first.isNamed {
            report(namelessness(of: first))
        }
    }

    /// Whether a column has figures that the profile reads, where it reads any; else a problem.
    mutating func isOfProfile() -> Bool {
        let names = options.rules.figureColumns
        let isRead = columns.contains { options.meaning(of: $0)?.hasFigures == true }
        if names.isEmpty || isRead { return true }
        report(.notOfProfile(options.rules.profile, header: text, columns: names))
        return false
    }

    /// What is wrong with a column that has no name and that no option speaks of.
    private func namelessness(of column: Column) -> ImportProblem.Fact {
        guard !isAbsent else {
            return .unmappedColumn(column.name, first: texts[column.index ?? 0])
        }
        return column.index == 0 ? .unnamedFirstColumn(column.name) : .unnamedColumn(column.name)
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

/// Whether `text` is a date, or a number and nothing else.
private func isDatum(_ text: String) -> Bool {
    if DateText(text) != nil { return true }
    let cell = Array(text.utf8)
    guard let value = try? ValueText.read(cell.span) else { return false }
    return value.suffix.isEmpty
}
