import Mining

/// Problems of files with the facts of a company's filings.
extension ImportProblem.Reason {
    /// There is no number of a company.
    package static var noCIK: Self {
        Self(.noCIK, "there is no cik, so that the company is not known; download the file again")
    }

    /// The file is a frame, which has one fact of many companies.
    package static var frame: Self {
        Self(
            .noCIK,
            "this is a frame of the SEC, with one fact of many companies, and does not say when they "
                + "published it; import the company facts of each company instead (docs/company-facts.md)"
        )
    }

    /// The number is that of another company of the book than `subject`, which --subject names.
    package static func otherCIK(_ cik: Int, of company: String, subject: String) -> Self {
        Self(
            .otherCIK,
            "the facts are of CIK \(cik), which is \(escaped(company)) in this book, and --subject is "
                + "\(escaped(subject)); leave out --subject, or correct the cik in companies.csv")
    }

    /// The name in the file is no name of the company. Without a first day (`hasStart`) this is a
    /// problem, with it a warning.
    package static func otherEntity(_ name: String, ticker: String, hasStart: Bool) -> Self {
        let known = "\(quoted(name)) is not a name that the book knows for \(escaped(ticker))"
        return hasStart
            ? Self(.otherEntity, "\(known); only facts from the day of --from on were taken")
            : Self(
                .otherEntity,
                "\(known): facts of another company would become its figures; if the number is right "
                    + "since a merger, name the first day with --from, or add the name as an alias")
    }

    /// A line of a profile that is not a rule for facts.
    package static func notFactRule(_ text: String) -> Self {
        Self(
            .notFactRule,
            "\(quoted(text)) is not a rule, such as revenue = us-gaap:Revenues or total_debt of "
                + "CIK0001507605 = us-gaap:LongTermDebtCurrent + us-gaap:LongTermDebtNoncurrent")
    }

    /// A warning: two overlapping periods have their figures from different tags.
    package static func mixedTags(
        _ metric: Metric, _ first: (period: Period, tags: String),
        _ second: (period: Period, tags: String)
    ) -> Self {
        Self(
            .mixedTags,
            "\(metric.code) of \(first.period) is from \(escaped(first.tags)), and of "
                + "\(second.period) from \(escaped(second.tags)): a quarter derived from both may "
                + "mix two definitions; choose one with a profile, as in \"fact: \(metric.code) = "
                + "\(escaped(second.tags))\"")
    }
}
