import Mining

extension ImportProblem.Fact: CustomStringConvertible {
    /// What is wrong and what to do, without the place.
    package var description: String {
        switch self {
        case .malformed(let error):
            "\(error)"
        case .emptyFile:
            "the file is empty; begin it with a header, such as \(LayoutName.long.header)"
        case .ambiguousDelimiter(let delimiters):
            "the fields may be parted by \(listed(delimiters.map(\.name), "or")); say which with "
                + "--delimiter"
        case .noRows:
            "there is no row below the header"
        case .unrecognisedHeader(let header, let looksLikeData):
            "\(quoted(header)) is not the header of anything known; the headers are "
                + LayoutName.allCases.map { "\($0.header) (\($0))" }.joined(separator: "; ")
                + "; where lines stand before the header, say how many with --skip-lines"
                + (looksLikeData
                    ? "; where the file has no header, say --no-header and name its columns with "
                        + "--map 'column 1=period'" : "")
        case .missingColumns(let names, let layout, let header, let options):
            "\(layout) need the column\(names.count == 1 ? "" : "s") \(listed(names, "and")); "
                + "the header is \(header)"
                + (options.isEmpty ? "" : "; or say \(listed(options, "and")) for all rows")
        case .webPage:
            "the file is a web page, not CSV; download it again, from the button or link for CSV"
        case .notOfProfile(let profile, let header, let columns):
            "\(quoted(header)) has no column of figures that the profile \(escaped(profile)) reads, "
                + "which \(columns.count == 1 ? "is" : "are") "
                + "\(listed(columns.map { escaped($0) }, "or")); choose another of minerbook list "
                + "profiles, or say with --map what a column means"
        case .noMetricColumn:
            "there is no column of figures; name one for each metric, with its unit, such as "
                + "deployed_hashrate (EH/s)"
        case .noPivotMetric:
            "periods stand across, and nothing says what is measured; say it with --metric, such "
                + "as --metric btc_mined"
        case .notPeriodColumn:
            "is no period, such as 2025Q4, 2025-12 or FY26Q1; rename it, or pass over it with "
                + "--ignore-column"
        case .unknownColumn(let nearest):
            "no such column is known" + suggestion(nearest, else: "remove it or rename it")
        case .unnamedColumn(let column):
            "\(column) has no name; name it, or say what it is with --map '\(column)=MEANING'"
        case .unnamedFirstColumn(let column):
            "\(column) has no name and does not number the rows 0, 1, 2, …; name it in the header, "
                + "or say what it is, such as --map '\(column)=period'"
        case .unmappedColumn(let column, let first):
            "\(column) begins with \(quoted(first)), and nothing says what it is; say it, such as "
                + "--map '\(column)=period', or pass over it with --ignore-column '\(column)'"
        case .absentColumn(let text, let nearest):
            "\(quoted(text)) is no column of the files"
                + suggestion(nearest, else: "write it as the header does")
        case .repeatedColumn(let first):
            "means the same as the column \(quoted(first)); keep one of them"

        case .fieldCount(let found, let expected, let delimiter):
            "found \(counted(found, "field")), expected \(expected) as in the header; "
                + (found < expected
                    ? "complete the row or, where it is a footer, remove it"
                    : "a text with a \(delimiter.name) in it must stand in quotes")
        case .unnamedValue(let text, let number):
            "\(quoted(text)) stands in column \(number), which has no name; empty it, name it in the "
                + "header, or say what it is with --map 'column \(number)=MEANING'"
        case .notRowNumber(let text, let expected):
            "\(quoted(text)) stands in column 1, which has no name and numbered the rows so far; "
                + "write \(expected), or name the column in the header or remove it"
        case .otherThanRequired(let text, let column, let required):
            "\(escaped(column)) is \(quoted(text)), and only rows with \(escaped(required)) there "
                + "are taken; remove this one"
        case .emptyCell:
            "is empty, and every row needs it; fill it in or remove the row"
        case .notUTF8:
            "is not UTF-8; save the file as UTF-8"
        case .controlCharacter(let text):
            "\(quoted(text)) holds a control character or a line break; remove it"

        case .unknownSubject(let text, let nearest, let hasCompanies):
            "\(quoted(text)) is no subject of this book"
                + (hasCompanies
                    ? suggestion(
                        nearest,
                        else: "import the company first, or its figures with --create-companies")
                    : "; import companies first, or figures with --create-companies")
        case .footer(let text):
            "\(quoted(text)) is no subject of this book but a total or a remark, it seems; remove "
                + "the row or, where it is a company, import the company first"
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
        case .notTicker(let text):
            "\(quoted(text)) is no subject of this book and no ticker, such as RIOT, to add a "
                + "company by; write its ticker, or import the company first"
        case .takenAlias(let text, let alias):
            "\(quoted(text)) is \(escaped(validity(alias))) already; correct one of them or its days"
        case .ownParent(let ticker):
            "\(quoted(ticker)) cannot be its own parent; leave it empty"
        case .circularParents(let circle, let ticker):
            "\(quoted(ticker)) would be its own parent: "
                + escaped(chain(circle, from: ticker).joined(separator: " → "))
                + "; correct the parent of one of them"

        case .noOneInFileName(let name, let found, let hasCompanies):
            "\(quoted(name)) names "
                + (found.isEmpty ? "no company of this book" : listed(found, "and")) + "; "
                + (hasCompanies
                    ? "say whose figures the file has, such as --subject "
                        + (found.first ?? "RIOT")
                    : "import companies first")

        case .unknownMetric(let text, let nearest):
            "\(quoted(text)) is no metric"
                + suggestion(nearest, else: "minerbook list metrics shows them all")
        case .ambiguousMetric(let text, let choices):
            "\(quoted(text)) may mean \(listed(choices, "or")); write which"
        case .ambiguousColumn(let text, let choices, let remedy):
            "\(quoted(text)) may mean \(listed(choices, "or")); say which, as with --map "
                + "'\(escaped(remedy))'"
        case .notMapping(let text):
            "\(quoted(text)) is not COLUMN=MEANING, such as 'Hash Rate=deployed_hashrate:TH/s', "
                + "Date=period or Volume=ignore"
        case .notMeaning(let text, let nearest):
            "\(quoted(text)) is no metric, no column that is known and not ignore"
                + suggestion(nearest, else: "docs/csv-formats.md has them all")
        case .unknownFigure(let text, let nearest):
            "\(quoted(text)) is no figure, such as hashrate, hashrate.change, "
                + "hashrate.change_percent or gross_margin.change_bp"
                + (nearest.map { "; did you mean \($0)?" } ?? "")

        case .notPeriod(let text):
            "\(quoted(text)) is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, "
                + "FY26Q1 or 2026-01-01/2026-01-15"
        case .notDay(let text):
            "\(quoted(text)) is not a day, such as 2025-12-31"
        case .tooEarly(let text):
            "\(quoted(text)) is before anything here was published, and what programs make of an "
                + "empty date; leave the cell empty where the day is not known"
        case .ambiguousDate(let text, let days, let orders):
            "\(quoted(text)) is \(listed(days.map(\.description), "or")), and the column does not "
                + "prove which; say --date-order \(listed(orders, "or"))"
        case .mixedOrders(let text, let other, let line):
            "\(quoted(text)) stands in a column whose dates have no one order, as "
                + "\(quoted(other)) on line \(line) shows; write them all as 2025-02-01"
        case .otherOrder(let text, let order):
            "\(quoted(text)) is no day in the order \(order.rawValue) of --date-order"
        case .mixedEpoch(let text):
            "\(quoted(text)) would be seconds since 1970, but not all of the column is; write the "
                + "day, such as 2025-02-01"
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
                + "is meant as the decimal point, write a point or import with --decimal comma"
        case .misplacedPoint(let text):
            "\(quoted(text)) has a point that does not group thousands, as in 1.234,5; where it "
                + "is meant as the decimal point, import without --decimal comma"
        case .otherGroups(let text, .comma):
            "\(quoted(text)) has points that group thousands; import with --decimal comma, or "
                + "write 1,234,567.8"
        case .otherGroups(let text, .point):
            "\(quoted(text)) has commas that group thousands; import without --decimal comma, or "
                + "write 1.234.567,8"
        case .looseDigits(let text):
            "\(quoted(text)) has digits that are no group of thousands, as in 1 234.5; write one "
                + "number, and what belongs to a footnote in note"
        case .otherCurrency(let text):
            "\(quoted(text)) is not in US dollars, which the book keeps alone; convert it, and say "
                + "the rate and its day in note"
        case .spreadsheetError(let text):
            "\(quoted(text)) is an error of a spreadsheet; mend its formula, or leave the cell "
                + "empty where there is no value"
        case .placeholder(let text):
            "\(quoted(text)) is no value; leave the cell empty where there is none"
        case .bound(let text):
            "\(quoted(text)) is about, above or below a value; write the number alone, and the "
                + "rest in note"
        case .range(let text):
            "\(quoted(text)) is a range; write one number, and the range in note"
        case .belowZero(let text, let metric):
            "\(quoted(text)) is below zero, and \(escaped(metric)) cannot be; write it without the "
                + "sign, or correct it"
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

        case .notSetting(let text, let nearest):
            "\(quoted(text)) is no setting, such as map or subject"
                + suggestion(nearest, else: "docs/profiles/your-own.md has them all")
        case .notSettingValue(let text, let expected):
            "\(quoted(text)) is not \(expected)"
        case .emptySetting(let key):
            "\(quoted(key)) says nothing; write a value behind the colon, or remove the line"
        case .repeatedSetting(let key, let line):
            "\(quoted(key)) is said on line \(line) already; keep one of them"

        case .tenfold(let value, let other, let period):
            "\(value) is ten times or a tenth of \(other) of \(period); is the unit right?"
        case .above(let value, let metric, let other):
            "\(value) is more than the \(metric) of that day, \(other); are they the right way "
                + "round?"
        case .below(let value, let metric, let other):
            "\(value) is less than the \(metric) of that day, \(other); are they the right way "
                + "round?"
        case .newcomer(let ticker, let other):
            "\(quoted(ticker)) is a new company, and nearly \(escaped(other)); is it right?"
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

/// The companies of a circle from `ticker` back to itself.
private func chain(_ circle: [String], from ticker: String) -> [String] {
    let start = circle.firstIndex { $0.lowercased() == ticker.lowercased() } ?? 0
    return Array(circle[start...] + circle[...start])
}
