import CSV

/// The columns of a file, each taken once by what it is recognised as.
///
/// Names are compared in lower case, without spaces around them, a space for an underscore.
struct Header {
    let columns: [Column]
    private(set) var findings: Findings

    private let columnsByName: [String: [Column]]
    private var taken: Set<Column> = []
    private var missing: [String] = []
    /// The names asked for so far: what an unknown column may misspell.
    private var knownNames: [String] = []
    private var mayHaveFigures = false

    /// Reads the file's first record, and keeps at most `room` of the problems found.
    init(_ record: CSVRecord, room: Int) {
        var row = Row(record, room: room)
        columns = record.fields.indices.map { index in
            Column(index: index, name: row.text(Column(index: index, name: "column \(index + 1)")))
        }
        columnsByName = Dictionary(grouping: columns) { normalizedName($0.name) }
        findings = row.findings
        taken = Set(columns.filter(\.isPassedOver))
    }

    /// Whether a column has one of these names.
    func has(_ names: String...) -> Bool { has(anyOf: names) }

    func has(anyOf names: [String]) -> Bool { names.contains { columnsByName[$0] != nil } }

    /// Takes the column that has one of these names; a second one is a problem.
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
            switch MetricColumn.read(column) {
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
        return figures
    }

    mutating func report(_ fact: ImportProblem.Fact) { findings.add(nil, fact) }

    /// Reports what `layout` misses, and the columns that nothing has taken.
    mutating func close(as layout: LayoutName) {
        if !missing.isEmpty {
            report(.missingColumns(missing, of: layout.description, header: layout.header))
        }
        let (knownNames, mayHaveFigures) = (knownNames, mayHaveFigures)
        for column in rest {
            if column.name.isEmpty {
                report(.unnamedColumn(number: column.index + 1))
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

    private mutating func take(_ names: [String]) -> Column? {
        knownNames += names
        let found = names.flatMap { columnsByName[$0] ?? [] }.sorted { $0.index < $1.index }
        taken.formUnion(found)
        for repeated in found.dropFirst() {
            findings.add(repeated.name, .repeatedColumn(first: found[0].name))
        }
        return found.first
    }
}
