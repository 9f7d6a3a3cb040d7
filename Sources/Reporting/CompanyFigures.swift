import Mining

/// A figure of a company, and how to compute it.
struct CompanyColumn<Source: Book> {
    let definition: FigureDefinition
    let compute: (Company) throws(Source.Failure) -> Computed

    init(
        _ definition: FigureDefinition,
        _ compute: @escaping (Company) throws(Source.Failure) -> Computed
    ) {
        self.definition = definition
        self.compute = compute
    }
}

/// The same figures of several companies: the table `companies` of a report, the workings behind
/// it, and the notes on what it lacks.
struct CompanyFigures {
    private let definitions: [FigureDefinition]
    /// In the order of `definitions`.
    private var rows: [(company: Company, figures: [Computed])] = []

    /// Computes every figure of every company.
    init<Source: Book>(
        _ columns: [CompanyColumn<Source>], of companies: [Company]
    ) throws(Source.Failure) {
        definitions = columns.map(\.definition)
        for company in companies {
            var figures: [Computed] = []
            for column in columns { figures.append(try column.compute(company)) }
            rows.append((company, figures))
        }
    }

    /// Figures of nobody.
    init(_ definitions: [FigureDefinition]) { self.definitions = definitions }

    /// One figure of each company that has it.
    subscript(code: String) -> [(company: Company, figure: Computed)] {
        guard let index = definitions.firstIndex(where: { $0.code == code }) else { return [] }
        return rows.map { ($0.company, $0.figures[index]) }.filter { $0.figure.expression != nil }
    }

    /// The companies with the largest figure of this code first; ties, and at the end those
    /// without it, as they stood.
    func ranked(by code: String) -> CompanyFigures {
        guard let index = definitions.firstIndex(where: { $0.code == code }) else { return self }
        var result = self
        let keyed = rows.enumerated().map { place, row in
            (place: place, row: row, value: row.figures[index].expression?.value ?? -.infinity)
        }
        result.rows = keyed.sorted { left, right in
            left.value != right.value ? left.value > right.value : left.place < right.place
        }.map(\.row)
        return result
    }

    /// The table: a row per company, with its ticker and name before its figures.
    func table(_ title: String, name: String = "companies", digits: Int?) -> Table {
        Table(
            name: name, title: title,
            columns: [Column("ticker", "Ticker", .text), Column("name", "Name", .text)]
                + definitions.map(\.column),
            rows: rows.map { row in
                [.text(row.company.ticker), .text(row.company.name)]
                    + zip(definitions, row.figures).map { definition, figure in
                        .number(figure, as: definition, digits: digits)
                    }
            })
    }

    /// How each of its figures was come by, company by company.
    func workings(of period: Period) -> [Working] {
        rows.flatMap { row in
            zip(definitions, row.figures).map { definition, figure in
                Working(
                    definition: definition, subject: row.company.ticker, period: "\(period)",
                    computed: figure)
            }
        }
    }

    /// What figures are known of only some of the companies, and whose are missing: a sentence
    /// for those that lack the same.
    var notes: [String] {
        var titles: [[String]: [String]] = [:]
        var order: [[String]] = []
        for index in definitions.indices {
            let missing = rows.filter { $0.figures[index].expression == nil }
                .map(\.company.ticker).sorted()
            if missing.isEmpty { continue }
            if titles[missing] == nil { order.append(missing) }
            titles[missing, default: []].append(definitions[index].title)
        }
        return order.map { missing in
            let figures = titles[missing] ?? []
            let subject = figures.joined(separator: ", ") + (figures.count == 1 ? " is" : " are")
            if missing.count == rows.count { return "\(subject) known of no company." }
            return "\(subject) known of \(rows.count - missing.count) of \(rows.count) companies; "
                + "missing: \(missing.joined(separator: ", "))."
        }
    }
}

extension Cell {
    /// A figure as its definition has it shown.
    static func number(_ figure: Computed, as definition: FigureDefinition, digits: Int?) -> Cell {
        .number(
            figure.expression, digits: digits, power: definition.unit.power,
            isSigned: definition.isSigned, marks: figure.marks)
    }
}
