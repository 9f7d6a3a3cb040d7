import Mining

/// Problems with companies, groups, aliases and subjects (the company, group or network that a
/// figure is about).
extension ImportProblem.Reason {
    /// A subject that the book does not know.
    package static func unknownSubject(_ text: String, nearest: String?, hasCompanies: Bool) -> Self
    {
        Self(
            .unknownSubject,
            "\(quoted(text)) is not in this book"
                + (hasCompanies
                    ? suggestion(
                        nearest,
                        else:
                            "import the company first, or add --create-companies when you import its figures"
                    )
                    : "; import companies first, or add --create-companies when you import figures")
        )
    }

    /// The number of a company at the SEC that no company has. `name` is the company's name in the
    /// file, empty if the file does not name it; `ticker` is the company that this name means.
    package static func unknownCIK(
        _ number: Int, name: String = "", ticker: String? = nil
    ) -> Self {
        let name = name.isEmpty ? "" : " (\(escaped(name)))"
        let option =
            ticker.map { "if it is \(escaped($0)), import with \(optionText("--subject", $0))" }
            ?? "name the company with --subject"
        return Self(
            .unknownCIK,
            "no company of this book has the CIK \(number)\(name); add it to companies.csv in the "
                + "column cik, or \(option)")
    }

    /// A name that fits several companies, and is not the exact name of any.
    package static func ambiguousSubject(_ text: String, choices: [String]) -> Self {
        Self(
            .ambiguousSubject,
            "\(quoted(text)) could be \(listed(choices.map { escaped($0) }, "or")); write the ticker"
        )
    }

    /// An unknown subject that is probably a row of totals or a note below the table.
    package static func totalRow(_ text: String) -> Self {
        Self(
            .totalRow,
            "\(quoted(text)) looks like a total or a note, not a company; remove the row or, if it "
                + "is a company, import the company first")
    }

    /// A column that is named after no company, between columns that are.
    package static func notCompanyColumn(_ column: String, nearest: String?) -> Self {
        Self(
            .notCompanyColumn,
            "is not a company in this book, but other columns are"
                + suggestion(nearest, else: "import the company first")
                + "; if it is no company, ignore it with " + optionText("--ignore-column", column))
    }

    /// No column is named after a company.
    package static func noCompanyColumns(_ names: [String], hasCompanies: Bool) -> Self {
        let isOne = names.count == 1
        return Self(
            .noCompanyColumns,
            "\(listed(names.map { quoted($0) }, atMost: 5)) \(isOne ? "is" : "are")"
                + " not in this book; if \(isOne ? "it is a company" : "they are companies"), import "
                + "\(isOne ? "it" : "them") first\(hasCompanies ? "" : ", as the book has none")"
                + ", or add --create-companies; if the file is about one company, name it with "
                + "--subject")
    }

    /// Columns that look like companies, but nothing gives the metric.
    package static func noCompanyMetric(_ names: [String]) -> Self {
        Self(
            .noCompanyMetric,
            "\(listed(names.map { quoted($0) }, atMost: 5)) "
                + "\(names.count == 1 ? "looks like a company" : "look like companies"), but the metric "
                + "is not given; give it with --metric, such as --metric btc_mined")
    }

    /// A column that the header says is of another subject than an option or a profile.
    package static func otherColumnSubject(_ ticker: String, given: String) -> Self {
        Self(
            .otherColumnSubject,
            "is of \(escaped(ticker)), as the header says, and not of \(escaped(given)); leave out "
                + "--subject, or import the right file")
    }

    /// A text that is not the ticker of a company in the book, in a cell that must have one.
    package static func unknownCompany(_ text: String, nearest: String?, hasCompanies: Bool) -> Self
    {
        Self(
            .unknownCompany,
            "\(quoted(text)) is not the ticker of a company in this book"
                + (hasCompanies
                    ? suggestion(nearest, else: "import the company first")
                    : "; import companies first"))
    }

    /// An alias that is not valid on the day of the figure.
    package static func expiredAlias(_ text: String, of aliases: [Alias], on day: Day) -> Self {
        Self(
            .expiredAlias,
            "no company was called \(quoted(text)) on \(day); it is "
                + listed(aliases.map(validity), "and") + "; write the ticker")
    }

    /// A metric that a subject of this kind cannot have.
    package static func wrongSubjectKind(
        subject: String, is kind: Subject.Kind, metric: Metric
    ) -> Self {
        Self(
            .wrongSubjectKind,
            "\(quoted(subject)) is \(noun(kind)), but \(metric) is a metric of "
                + listed(metric.subjects.map(noun), "or") + "; correct the subject or the metric")
    }

    /// A code that a subject of another kind already has.
    package static func codeInUse(_ text: String, by kind: Subject.Kind) -> Self {
        Self(
            .codeInUse,
            "\(quoted(text)) is already \(noun(kind)) in this book; choose another name")
    }

    /// An unknown name that cannot become the ticker of a new company.
    package static func notTicker(_ text: String, nearest: String?) -> Self {
        Self(
            .notTicker,
            "\(quoted(text)) is not in this book, and it is not a valid ticker for a new company"
                + suggestion(
                    nearest,
                    else: "write a ticker such as RIOT, or import the company first"))
    }

    /// A company name that means another company than the ticker of its row.
    package static func otherCompany(
        _ name: String, is other: String, beside ticker: String, column: String
    )
        -> Self
    {
        Self(
            .otherCompany,
            "\(quoted(name)) is \(escaped(other)), but the ticker of this row is "
                + "\(escaped(ticker)); correct one of them, or ignore the name with "
                + optionText("--ignore-column", column))
    }

    /// A company name that looks like that of another company than the ticker of its row.
    static func otherCompany(
        _ name: String, looksLike other: String, beside ticker: String, column: String
    ) -> Self {
        Self(
            .otherCompany,
            "\(quoted(name)) looks like \(escaped(other)), but the ticker of this row is "
                + "\(escaped(ticker)); correct one of them, or ignore the name with "
                + "\(optionText("--ignore-column", column))")
    }

    /// A text above a table that names another company than the option `--subject`, `given`.
    static func otherInTitle(_ title: TableText, is other: String, given: String) -> Self {
        Self(
            .otherCompany,
            "\(title.withPlace) names \(escaped(other)), but --subject is "
                + "\(escaped(given)); correct one of them")
    }

    /// A text above a table with a ticker that is not that of the option `--subject`, `given`.
    static func otherTickerInTitle(_ title: TableText, given: String) -> Self {
        Self(
            .otherCompany,
            "\(title.withPlace) is not \(escaped(given)), the --subject; correct one of "
                + "them")
    }

    /// A text above a table that mentions a company among words that may be about something else.
    static func mentionedInTitle(_ title: TableText, _ ticker: String) -> Self {
        Self(
            .ambiguousSubject,
            "\(title.withPlace) mentions \(escaped(ticker)), but the table may be about "
                + "something else; "
                + "give the subject with --subject")
    }

    /// A title of rows that names another company than that of the table.
    static func otherInRows(_ title: String, is others: [String], subject: String) -> Self {
        Self(
            .otherCompany,
            "\(quoted(title)) names \(listed(others.map { escaped($0) }, "and")), but all rows are "
                + "read as those of \(escaped(subject)); add a column of tickers, or rename the title"
        )
    }

    /// A title of rows that looks like the name of an unknown company.
    static func unknownInRows(_ title: String, subject: String) -> Self {
        Self(
            .otherCompany,
            "\(quoted(title)) looks like another company, but all rows are read as those of "
                + "\(escaped(subject)); add a column of tickers, or rename the title")
    }

    /// Texts above a table that name several companies.
    static func severalInTitles(_ tickers: [String], _ place: TableText.Place) -> Self {
        Self(
            .ambiguousSubject,
            "the texts \(place) name \(listed(tickers.map { escaped($0) }, "and")); give the "
                + "subject with --subject")
    }

    /// A name that is already an alias.
    package static func aliasInUse(_ text: String, by alias: Alias) -> Self {
        Self(
            .aliasInUse,
            "\(quoted(text)) is already an alias of \(escaped(validity(alias))); choose another "
                + "name, or change the days of one of them")
    }

    /// A company that is its own parent.
    package static func ownParent(_ ticker: String) -> Self {
        Self(
            .ownParent,
            "\(quoted(ticker)) cannot be its own parent; leave the cell empty, or "
                + "write \(Company.noParent) if it has none")
    }

    /// A text that is not the number of a company at the SEC.
    package static func notCIK(_ text: String) -> Self {
        Self(
            .notCIK,
            "\(quoted(text)) is not a CIK, the number under which the SEC lists a company, such as "
                + "1507605 or CIK0001507605")
    }

    /// A company with the CIK of another one.
    package static func sharedCIK(_ number: Int, of ticker: String, with other: String) -> Self {
        Self(
            .sharedCIK,
            "\(number) would be the CIK of both \(escaped(ticker)) and \(escaped(other)); correct "
                + "one of them")
    }

    /// A file name with no known company in it, or with several, so that it does not tell which
    /// company the figures are about.
    package static func noCompanyInFileName(
        _ name: String, found: [String], hasCompanies: Bool
    ) -> Self {
        Self(
            .noCompanyInFileName,
            "the file name \(quoted(name)) contains "
                + (found.isEmpty ? "no company of this book" : listed(found, "and")) + "; "
                + (hasCompanies
                    ? "name the company, such as --subject " + (found.first ?? "RIOT")
                    : "import companies first"))
    }

    /// A warning: a new company whose ticker or name is similar to another one.
    package static func similarCompany(_ ticker: String, like other: String) -> Self {
        Self(
            .similarCompany,
            "\(quoted(ticker)) is a new company with a name similar to \(escaped(other)); check "
                + "that it is not a typing error")
    }

    /// A warning: a new company whose ticker is that of another one with something added.
    package static func sameCompany(_ ticker: String, as other: String) -> Self {
        Self(
            .sameCompany,
            "\(quoted(ticker)) is a new company, but looks like \(escaped(other)) with the name of "
                + "an exchange; did you mean \(escaped(other))? If so, undo this import and write "
                + "\(escaped(other))")
    }
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
