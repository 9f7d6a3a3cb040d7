import CSV
import Mining

/// What is wrong at one place of a file, and, as its description, the sentence that says so:
/// `q4.csv:14: deployed_hashrate: "7l3" is not a hashrate, such as 38.5 EH/s`.
package struct ImportProblem: Sendable, Hashable {
    package var file: String
    /// The physical line that the record begins on; the header is line 1.
    package var line: Int
    /// The column as its header has it, or the metric whose value it is; `nil` where the whole
    /// record is meant.
    package var column: String?
    package var fact: Fact

    /// A problem at a place; `column` is `nil` where the whole record is meant.
    package init(file: String, line: Int, column: String? = nil, fact: Fact) {
        self.file = file
        self.line = line
        self.column = column
        self.fact = fact
    }

    /// What can be wrong. Texts are as the file has them; `nearest` is what may have been meant.
    package enum Fact: Sendable, Hashable {
        // The file and its header.

        /// No CSV from here on.
        case malformed(CSVError)
        case emptyFile
        /// A warning: there is nothing below the header.
        case noRows
        case unrecognisedHeader(String)
        case missingColumns([String], of: String, header: String)
        case noMetricColumn
        case unknownColumn(nearest: String?)
        /// Columns are numbered from 1.
        case unnamedColumn(number: Int)
        /// Another column, `first`, means the same.
        case repeatedColumn(first: String)

        // Any row, any cell.

        case fieldCount(found: Int, expected: Int)
        case emptyCell
        case notUTF8
        case controlCharacter(String)

        // Subjects.

        case unknownSubject(String, nearest: String?, hasCompanies: Bool)
        /// Not a ticker, where only a ticker will do.
        case unknownCompany(String, nearest: String?, hasCompanies: Bool)
        /// Somebody's former or future name.
        case expiredAlias(String, of: [Alias], on: Day)
        /// A subject that cannot have the metric.
        case wrongKind(subject: String, is: Subject.Kind, metric: Metric)
        /// The code of something that is no company, or no group.
        case takenCode(String, by: Subject.Kind)
        case ownParent(String)

        // Metrics and figures.

        case unknownMetric(String, nearest: String?)
        case ambiguousMetric(String, choices: [String])
        case unknownFigure(String, nearest: String?)

        // Periods and days.

        case notPeriod(String)
        case notDay(String)
        /// A date, but not with the year first and the day last.
        case notISODate(String)
        case impossibleDay(String)
        /// A fiscal period of somebody whose fiscal year is not known.
        case unknownFiscalYear(String, company: String)
        case notMonth(String)
        case backwards(from: Day, to: Day)

        // Values and units.

        case notValue(String, Dimension)
        case misplacedComma(String)
        /// A footnote's mark or a remark behind the value.
        case remark(String, Dimension)
        case missingValue(Dimension)
        /// The unit is the one to suggest.
        case noUnit(String, Unit)
        case unknownUnit(String, Dimension)
        case wrongDimension(String, is: Dimension, wanted: Dimension)
        /// `3.2 million` where the unit says millions already.
        case scaledTwice(String, Unit)
        /// `$62` where the unit says billions.
        case bareCurrency(String, Unit)
        case doesNotFit(String, Dimension)
        case notStatus(String)

        // Warnings: what is possible but unlikely.

        /// Ten times, or a tenth of, the figure of the period before.
        case tenfold(Quantity, Quantity, Period)
        /// More than another metric of the same day, of which it is a part.
        case above(Quantity, Metric, Quantity)
        case future(Period)
        case publishedEarly(Day, Period)
    }
}

extension ImportProblem: CustomStringConvertible {
    package var description: String {
        let place = column.map { "\(file):\(line): \(escaped($0)): " } ?? "\(file):\(line): "
        return place + "\(fact)"
    }
}

extension ImportProblem.Fact: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    package var description: String {
        switch self {
        case .malformed(let error):
            "\(error)"
        case .emptyFile:
            "the file is empty; begin it with a header, such as \(LayoutName.long.header)"
        case .noRows:
            "there is no row below the header"
        case .unrecognisedHeader(let header):
            "\(quoted(header)) is not the header of anything known; the headers are "
                + LayoutName.allCases.map { "\($0.header) (\($0))" }.joined(separator: "; ")
        case .missingColumns(let names, let layout, let header):
            "\(layout) need the column\(names.count == 1 ? "" : "s") \(listed(names, "and")); "
                + "the header is \(header)"
        case .noMetricColumn:
            "there is no column of figures; name one for each metric, with its unit, such as "
                + "deployed_hashrate (EH/s)"
        case .unknownColumn(let nearest):
            "no such column is known" + suggestion(nearest, else: "remove it or rename it")
        case .unnamedColumn(let number):
            "column \(number) has no name; name it or remove it"
        case .repeatedColumn(let first):
            "means the same as the column \(quoted(first)); keep one of them"

        case .fieldCount(let found, let expected):
            "found \(counted(found, "field")), expected \(expected) as in the header; a text "
                + "with a comma in it must stand in quotes"
        case .emptyCell:
            "is empty, and every row needs it; fill it in or remove the row"
        case .notUTF8:
            "is not UTF-8; save the file as UTF-8"
        case .controlCharacter(let text):
            "\(quoted(text)) holds a control character or a line break; remove it"

        case .unknownSubject(let text, let nearest, let hasCompanies):
            "\(quoted(text)) is no subject of this book"
                + namingHint(nearest, hasCompanies: hasCompanies)
        case .unknownCompany(let text, let nearest, let hasCompanies):
            "\(quoted(text)) is no company's ticker in this book"
                + namingHint(nearest, hasCompanies: hasCompanies)
        case .expiredAlias(let text, let aliases, let day):
            "on \(day) nobody was called \(quoted(text)), which is "
                + listed(aliases.map(validity), "and") + "; write the ticker"
        case .wrongKind(let subject, let kind, let metric):
            "\(quoted(subject)) is \(noun(kind)), and \(metric) is a metric of "
                + listed(metric.subjects.map(noun), "or")
                + "; correct the subject or the metric"
        case .takenCode(let text, let kind):
            "\(quoted(text)) is \(noun(kind)) in this book already; choose another name"
        case .ownParent(let ticker):
            "\(quoted(ticker)) cannot be its own parent; leave it empty"

        case .unknownMetric(let text, let nearest):
            "\(quoted(text)) is no metric"
                + suggestion(nearest, else: "minerbook list metrics shows them all")
        case .ambiguousMetric(let text, let choices):
            "\(quoted(text)) may mean \(listed(choices, "or")); write which"
        case .unknownFigure(let text, let nearest):
            "\(quoted(text)) is no figure, such as hashrate, hashrate.change, "
                + "hashrate.change_percent or gross_margin.change_bp"
                + (nearest.map { "; did you mean \($0)?" } ?? "")

        case .notPeriod(let text):
            "\(quoted(text)) is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, "
                + "FY26Q1 or 2026-01-01/2026-01-15"
        case .notDay(let text):
            "\(quoted(text)) is not a day, such as 2025-12-31"
        case .notISODate(let text):
            "\(quoted(text)) is a date in another order or form; write year, month and day, such "
                + "as 2025-02-01"
        case .impossibleDay(let text):
            "\(quoted(text)) is a day that does not exist; correct it"
        case .unknownFiscalYear(let text, let company):
            "\(quoted(text)) needs the end of \(quoted(company))'s fiscal year; import the "
                + "company with its fiscal_year_end, or write the months"
        case .notMonth(let text):
            "\(quoted(text)) is not the number of a month, 1 to 12"
        case .backwards(let from, let to):
            "\(to) lies before \(from), when it begins; correct one of them"

        case .notValue(let text, let dimension):
            "\(quoted(text)) is not \(dimension.noun), such as \(dimension.example)"
        case .misplacedComma(let text):
            "\(quoted(text)) has a comma that does not group thousands, as in 1,234.5; where it "
                + "is meant as the decimal point, write a point"
        case .remark(let text, let dimension):
            "\(quoted(text)) has a mark or a remark behind the value; write the value alone, "
                + "such as \(dimension.example), and the remark in note"
        case .missingValue(let dimension):
            "a claim needs its value, such as \(dimension.example); fill it in or remove the row"
        case .noUnit(let text, let unit):
            "\(quoted(text)) has no unit, such as \(unit)"
        case .unknownUnit(let text, let dimension):
            "\(quoted(text)) is not a unit of \(dimension.noun)"
                + suggestion(
                    nearest(to: text, in: Unit.codes(of: dimension)),
                    else: "write \(listed(Unit.codes(of: dimension), "or"))")
        case .wrongDimension(let text, let found, let wanted):
            "\(quoted(text)) is \(found.noun), not \(wanted.noun), such as \(wanted.example)"
        case .scaledTwice(let text, let unit):
            "\(quoted(text)) says thousand, million or the like again where the unit is \(unit) "
                + "already; write the number alone, or the whole unit behind it"
        case .bareCurrency(let text, let unit):
            "\(quoted(text)) may be USD or \(unit); write the number alone, or the whole unit "
                + "behind it"
        case .doesNotFit(let text, let dimension):
            "\(quoted(text)) is too large for \(dimension.noun), such as \(dimension.example); "
                + "is the unit right?"
        case .notStatus(let text):
            "\(quoted(text)) is not a status: reported, preliminary, restated, aggregated or "
                + "estimated"

        case .tenfold(let value, let other, let period):
            "\(value) is ten times or a tenth of \(other) of \(period); is the unit right?"
        case .above(let value, let metric, let other):
            "\(value) is more than the \(metric) of that day, \(other); are they the right way "
                + "round?"
        case .future(let period):
            "\(period) has not ended yet; is the period right?"
        case .publishedEarly(let day, let period):
            "was published on \(day), before \(period) ended; are both right?"
        }
    }
}

private func suggestion(_ nearest: String?, else remedy: String) -> String {
    nearest.map { "; did you mean \(escaped($0))?" } ?? "; \(remedy)"
}

private func namingHint(_ nearest: String?, hasCompanies: Bool) -> String {
    guard hasCompanies else { return "; import companies first" }
    return suggestion(nearest, else: "import the company first")
}

private func noun(_ kind: Subject.Kind) -> String {
    switch kind {
    case .company: "a company"
    case .network: "the network"
    case .group: "a group"
    }
}

/// `MARA from 2020-01-01 to 2024-01-31`
private func validity(_ alias: Alias) -> String {
    alias.ticker + (alias.validFrom.map { " from \($0)" } ?? "")
        + (alias.validTo.map { " to \($0)" } ?? "")
}
