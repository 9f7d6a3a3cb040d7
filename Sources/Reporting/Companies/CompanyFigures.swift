import Mining

/// The same figures of several companies: the table `companies` of a report, the workings behind
/// it, and the notes on what it lacks.
struct CompanyFigures {
    private let definitions: [FigureDefinition]
    /// In the order of `definitions`.
    private var rows: [(company: Company, figures: [Computed])]

    init<Row>(_ columns: [CompanyColumn<Row>], of rows: [(company: Company, row: Row)] = []) {
        definitions = columns.map(\.definition)
        self.rows = rows.map { company, row in (company, columns.map { $0.figure(row) }) }
    }

    /// The companies in their order.
    var companies: [Company] { rows.map(\.company) }

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

}

// MARK: - Notes

extension CompanyFigures {
    /// What is known of only some of the companies, what has no meaning for one, and what rests
    /// on estimates alone: a sentence for the figures of which the same is true.
    ///
    /// `rare` are the codes of what most companies do not have anyway, of which a note would say
    /// nothing.
    func notes(rare: [String] = []) -> [String] {
        var notes = titles { index in
            if rare.contains(definitions[index].code) { return nil }
            let missing = rows.filter { $0.figures[index].isMissing }.map(\.company.ticker)
            return missing.isEmpty ? nil : Set(missing)
        }.map { known(by: $0.titles, missing: $0.fact) }
        for index in definitions.indices {
            let open = rows.filter { $0.figures[index].isUndefined }
            for reason in Set(open.compactMap { $0.figures[index].reason }).sorted() {
                let tickers = open.filter { $0.figures[index].reason == reason }
                    .map(\.company.ticker).sorted()
                notes.append(
                    "\(definitions[index].title) of \(tickers.joined(separator: ", ")) cannot be "
                        + "told: \(reason).")
            }
        }
        let estimates = titles { index in
            let known = rows.map { $0.figures[index] }.filter { $0.expression != nil }
            return known.isEmpty || !known.allSatisfy { $0.marks.contains(.estimated) } ? nil : true
        }
        return notes
            + estimates.map {
                "All figures of \($0.titles.joined(separator: ", ")) rest on estimates."
            }
    }

    /// The titles of the figures of which the same fact is true, in their order.
    private func titles<Fact: Hashable>(_ fact: (Int) -> Fact?) -> [(fact: Fact, titles: [String])]
    {
        var groups: [(fact: Fact, titles: [String])] = []
        for index in definitions.indices {
            guard let fact = fact(index) else { continue }
            if let known = groups.firstIndex(where: { $0.fact == fact }) {
                groups[known].titles.append(definitions[index].title)
            } else {
                groups.append((fact, [definitions[index].title]))
            }
        }
        return groups
    }

    /// Names whoever are fewer, those that have the figures or those that lack them.
    private func known(by titles: [String], missing: Set<String>) -> String {
        let subject = titles.joined(separator: ", ") + (titles.count == 1 ? " is" : " are")
        let known = rows.map(\.company.ticker).filter { !missing.contains($0) }.sorted()
        if known.isEmpty { return "\(subject) known of no company." }
        let count = "\(subject) known of \(known.count) of \(rows.count) companies"
        return known.count < missing.count
            ? "\(count): \(known.joined(separator: ", "))."
            : "\(count); missing: \(missing.sorted().joined(separator: ", "))."
    }
}

extension Computed {
    /// Whether something is not known that it needs.
    fileprivate var isMissing: Bool { expression == nil && !isUndefined }
}

extension Cell {
    /// A figure as its definition has it shown.
    static func number(_ figure: Computed, as definition: FigureDefinition, digits: Int?) -> Cell {
        .number(
            figure.expression, digits: digits, power: definition.unit.power,
            isSigned: definition.isSigned, marks: figure.marks)
    }
}
