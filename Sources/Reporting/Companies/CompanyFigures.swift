import Mining

/// The same figures of several companies: the table `companies` of a report, how its figures were
/// computed, and notes on missing data.
struct CompanyFigures {
    private let definitions: [FigureDefinition]
    /// The column of words after each figure; nil for a figure that has none.
    private let remarks: [Column?]
    /// The figures and the remarks are in the order of `definitions`.
    private var rows: [(company: Company, figures: [ComputedFigure], remarks: [Cell])]

    init<Row>(_ columns: [CompanyColumn<Row>], of rows: [(company: Company, row: Row)] = []) {
        definitions = columns.map(\.definition)
        remarks = columns.map(\.remark?.column)
        self.rows = rows.map { company, row in
            (
                company, columns.map { $0.figure(row) },
                columns.map { $0.remark?.cell(row) ?? .missing }
            )
        }
    }

    /// The companies in their order.
    var companies: [Company] { rows.map(\.company) }

    /// The figure with this code of each company that has it; empty if there is no such column.
    subscript(code: String) -> [(company: Company, figure: ComputedFigure)] {
        guard let index = definitions.firstIndex(where: { $0.code == code }) else { return [] }
        return rows.map { ($0.company, $0.figures[index]) }.filter { $0.figure.expression != nil }
    }

    /// Sorted by the figure with this code, largest first. Ties, and at the end companies without
    /// the figure, keep their order.
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

    /// With every figure marked that rests on an observation in conflict.
    func withConflicts<Source: Book>(_ reader: Reader<Source>) throws(Source.Failure)
        -> CompanyFigures
    {
        var result = self
        for row in rows.indices {
            result.rows[row].figures = try rows[row].figures.map {
                (figure) throws(Source.Failure) in try reader.withConflicts(figure)
            }
        }
        return result
    }

    /// The conflicts of all figures, in their order.
    var conflicts: [InputConflict] { rows.flatMap { $0.figures.flatMap(\.conflicts) } }

    /// A row per company: ticker, name and figures.
    func table(_ title: String, name: String = "companies", digits: Int?) -> Table {
        Table(
            name: name, title: title,
            columns: [Column("ticker", "Ticker", .text), .companyName]
                + zip(definitions, remarks).flatMap { [$0.column] + [$1].compactMap(\.self) },
            rows: rows.map { row in
                [.text(row.company.ticker), .text(row.company.name)]
                    + definitions.indices.flatMap { index -> [Cell] in
                        let figure = Cell.number(
                            row.figures[index], as: definitions[index], digits: digits)
                        return remarks[index] == nil ? [figure] : [figure, row.remarks[index]]
                    }
            })
    }

    /// How each figure was computed, company by company.
    func explainedFigures(of period: Period) -> [ExplainedFigure] {
        rows.flatMap { row in
            zip(definitions, row.figures).map { definition, figure in
                ExplainedFigure(
                    definition: definition, subject: row.company.ticker, period: "\(period)",
                    figure: figure)
            }
        }
    }

}

// MARK: - Notes

extension CompanyFigures {
    /// Which figures are known for only some companies, which are undefined for one, and which rest
    /// on estimates only. Figures with the same note share a sentence.
    ///
    /// `rare` are the codes of figures that most companies never have, for which missing data is no
    /// news.
    func notes(rare: [String] = []) -> [String] {
        var notes = titles { index -> Knowledge? in
            if rare.contains(definitions[index].code) { return nil }
            let known = rows.filter { $0.figures[index].expression != nil }
            let missing = rows.filter { $0.figures[index].isMissing }
            let knowledge = Knowledge(
                known: known.map(\.company.ticker), missing: missing.map(\.company.ticker),
                reason: known.isEmpty
                    ? Self.common(missing.compactMap { $0.figures[index].reason }) : nil)
            return knowledge.missing.isEmpty ? nil : knowledge
        }.map { known(by: $0.titles, $0.fact) }
        for index in definitions.indices {
            let undefined = rows.filter { $0.figures[index].isUndefined }
            for reason in Set(undefined.compactMap { $0.figures[index].reason }).sorted() {
                let tickers = undefined.filter { $0.figures[index].reason == reason }
                    .map(\.company.ticker).sorted()
                notes.append(
                    "\(definitions[index].title) of \(tickers.joined(separator: ", ")) is "
                        + "undefined: \(reason).")
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

    /// Groups the titles of figures that have the same fact, in their order; figures for which `fact`
    /// is nil are left out.
    private func titles<Fact: Hashable>(_ fact: (Int) -> Fact?) -> [(fact: Fact, titles: [String])]
    {
        var groups: [(fact: Fact, titles: [String])] = []
        for index in definitions.indices {
            guard let fact = fact(index) else { continue }
            let title = definitions[index].title
            if let known = groups.firstIndex(where: { $0.fact == fact }) {
                // A change and its percentage have one title.
                if !groups[known].titles.contains(title) { groups[known].titles.append(title) }
            } else {
                groups.append((fact, [title]))
            }
        }
        return groups
    }

    /// Which companies have a figure, and which lack an input of it; a company for which it is
    /// undefined is in neither. In the order of the rows.
    private struct Knowledge: Hashable {
        let known: [String]
        let missing: [String]
        /// Why no company has it, if at least two share the reason.
        let reason: String?
    }

    /// The most common reason, with the number of companies unless all share it; nil if no two do.
    private static func common(_ reasons: [String]) -> String? {
        let counts = Dictionary(reasons.map { ($0, 1) }, uniquingKeysWith: +)
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let most, most.value > 1 else { return nil }
        return most.value == reasons.count ? most.key : "\(most.key) (\(most.value) companies)"
    }

    /// Lists the companies with the figures or those without, whichever are fewer.
    private func known(by titles: [String], _ knowledge: Knowledge) -> String {
        let subject = titles.joined(separator: ", ") + (titles.count == 1 ? " is" : " are")
        let (known, missing) = (knowledge.known.sorted(), knowledge.missing.sorted())
        if known.isEmpty {
            let reason = knowledge.reason.map { ": \($0)" } ?? ""
            return "\(subject) known for no company\(reason)."
        }
        let count = "\(subject) known for \(known.count) of \(rows.count) companies"
        return known.count < missing.count
            ? "\(count): \(known.joined(separator: ", "))."
            : "\(count); missing: \(missing.joined(separator: ", "))."
    }
}

extension ComputedFigure {
    /// Whether an input is missing.
    fileprivate var isMissing: Bool { expression == nil && !isUndefined }
}

extension Cell {
    /// A figure in the unit and with the sign of its definition.
    static func number(_ figure: ComputedFigure, as definition: FigureDefinition, digits: Int?)
        -> Cell
    {
        .number(
            figure.expression, in: definition.unit, digits: digits,
            isSigned: definition.isSigned, marks: figure.marks)
    }
}
