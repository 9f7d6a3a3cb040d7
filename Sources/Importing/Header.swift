import CSV

/// The columns of a file, each taken once by what it is recognised as.
///
/// Names are compared in lower case, without spaces around them, a space for an underscore.
struct Header {
    let columns: [Column]
    /// Those that nothing has taken yet, in the file's order.
    private(set) var rest: [Column]
    private(set) var findings: Findings
    /// The names asked for so far: what an unknown column may misspell.
    private var knownNames: [String] = []
    private var nearestMetrics: [Column: String] = [:]
    private var missing: [String] = []

    /// Reads the file's first record.
    init(_ record: CSVRecord) {
        var row = Row(record, keepsFacts: true)
        columns = record.fields.indices.map { index in
            Column(index: index, name: row.text(Column(index: index, name: "column \(index + 1)")))
        }
        rest = columns
        findings = row.findings
    }

    /// Whether a column has one of these names.
    func has(_ names: String...) -> Bool { has(anyOf: names) }

    func has(anyOf names: [String]) -> Bool {
        columns.contains { names.contains(normalizedName($0.name)) }
    }

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
        var figures: [MetricColumn] = []
        var others: [Column] = []
        for column in rest {
            switch MetricColumn.read(column) {
            case .metric(let figure):
                let first = figures.first { $0.metric.metric == figure.metric.metric }
                if let first {
                    findings.add(column.name, .repeatedColumn(first: first.column.name))
                } else {
                    figures.append(figure)
                }
            case .problem(let fact):
                findings.add(column.name, fact)
            case .other(let nearest):
                nearestMetrics[column] = nearest
                others.append(column)
            }
        }
        if others.isEmpty, rest.isEmpty { report(.noMetricColumn) }
        rest = others
        return figures
    }

    mutating func report(_ fact: ImportProblem.Fact) { findings.add(nil, fact) }

    /// Reports what `layout` misses, and the columns that nothing has taken.
    mutating func close(as layout: LayoutName) {
        if !missing.isEmpty {
            report(.missingColumns(missing, of: layout.description, header: layout.header))
        }
        for column in rest {
            if column.name.isEmpty {
                report(.unnamedColumn(number: column.index + 1))
            } else {
                let name = nearest(to: normalizedName(column.name), in: knownNames)
                findings.add(
                    column.name, .unknownColumn(nearest: name ?? nearestMetrics[column]))
            }
        }
    }

    private mutating func take(_ names: [String]) -> Column? {
        knownNames += names
        let found = rest.filter { names.contains(normalizedName($0.name)) }
        rest.removeAll { names.contains(normalizedName($0.name)) }
        for repeated in found.dropFirst() {
            findings.add(repeated.name, .repeatedColumn(first: found[0].name))
        }
        return found.first
    }
}
