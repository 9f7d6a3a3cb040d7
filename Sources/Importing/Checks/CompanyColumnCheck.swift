import Mining

/// Checks that columns named after companies are companies of the book, and each only once.
struct CompanyColumnCheck {
    private let names: SubjectNames
    private let roster: Roster
    private let options: ImportOptions

    init(_ roster: Roster, _ options: ImportOptions) {
        self.roster = roster
        self.options = options
        names = SubjectNames(roster, options.rules.spelling)
    }

    /// Adds what is wrong with the columns to `problems`.
    func check(_ columns: AcrossColumns, _ problems: inout RecordProblems) {
        let found = columns.figures.map { (figure: $0, problem: problem(with: $0.name)) }
        let unknown = found.filter { $0.problem?.code == .notCompanyColumn }
        if unknown.count == found.count {
            problems.add(
                nil,
                .noCompanyColumns(found.map(\.figure.name), hasCompanies: !roster.tickers.isEmpty))
            return
        }
        for (figure, problem) in found {
            guard let problem else { continue }
            problems.add(figure.column.name, field: figure.column.index, problem)
        }
        checkRepeats(columns.figures, &problems)
    }

    /// Why a name cannot be that of a subject. Nil if it is one, if only the day of a row decides,
    /// as for an alias, or if it can become a new company.
    private func problem(with text: String) -> ImportProblem.Reason? {
        let name = names.name(of: text)
        if let subject = subject(called: text) { return contradiction(subject) }
        if !roster.aliases(named: name).isEmpty { return nil }
        let meant = names.companies.names(meantBy: name)
        let tickers = Set(meant.map(\.ticker))
        if tickers.count > 1, !meant.contains(where: { $0.kind == .alias }) {
            return .ambiguousSubject(text, choices: tickers.sorted())
        }
        if !meant.isEmpty { return nil }
        if let number = CIK.number(named: name) { return .unknownCIK(number) }
        if options.createsCompanies, !isTotalOrNote(name), NewCompanies.isTicker(name.uppercased())
        {
            return nil
        }
        return .notCompanyColumn(text, nearest: roster.nearestName(to: name))
    }

    /// The subject that a name always means; nil if there is none.
    private func subject(called text: String) -> Subject? {
        names.subject(alwaysNamed: Array(text.utf8).span, orAmong: nil)
    }

    /// Why `subject` is not the one that an option or a profile gives; nil if it is, or none is given.
    private func contradiction(_ subject: Subject) -> ImportProblem.Reason? {
        guard let given = options.defaults[.subject], let known = self.subject(called: given),
            known.code != subject.code
        else { return nil }
        return .otherColumnSubject(subject.code, given: known.code)
    }

    /// Reports columns with the same subject and metric.
    private func checkRepeats(
        _ figures: [AcrossColumns.Figure], _ problems: inout RecordProblems
    ) {
        var firsts: [String: FileColumn] = [:]
        for figure in figures {
            let name = subject(called: figure.name)?.code ?? figure.name.uppercased()
            let key = "\(name) \(figure.metric?.metric.code ?? "")"
            if let first = firsts[key] {
                problems.add(
                    figure.column.name, field: figure.column.index,
                    .repeatedColumn(first: first.name))
            } else {
                firsts[key] = figure.column
            }
        }
    }
}
