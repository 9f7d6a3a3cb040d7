import Bookkeeping
import Mining

/// What reports ask. Within `compute` the answers are read ahead; outside each call is one round
/// trip.
extension PostgresBook: Book {
    package func companies() throws(BookError) -> [Company] {
        if let answers { return answers.register.companies }
        return try connection.query(CompanyRow.selectAll).all(CompanyRow.read)
    }

    package func groups() throws(BookError) -> [String] {
        if let answers { return answers.register.groups }
        return try connection.query(GroupRow.selectAll).all(GroupRow.read)
    }

    package func memberships(of group: String) throws(BookError) -> [Membership] {
        if let answers { return answers.register.memberships(of: group) }
        return try connection.query(MembershipRow.selectOfGroup, [.text(group)])
            .all(MembershipRow.read)
    }

    package func shareBasis() throws(BookError) -> [ShareBasis] {
        if let answers { return answers.register.shareBasis }
        return try connection.query(ShareBasisRow.selectAll).all(ShareBasisRow.read)
    }

    package func aliases() throws(BookError) -> [Alias] {
        if let answers { return answers.register.aliases }
        return try connection.query(AliasRow.selectAll).all(AliasRow.read)
    }

    package func latest(
        _ metric: Metric, of subject: String, at day: Day, knownOn: Day?
    ) throws(BookError) -> Observation? {
        let question = Question.Latest(
            series: .init(subject: subject, metric: metric), day: day, knownOn: knownOn)
        if answers != nil { return answers?.latest(question) }
        var questions = Questions()
        questions.latest = [question]
        return try ask(questions).latest[question] ?? nil
    }

    package func vintages(
        _ metric: Metric, of subject: String, within period: Period
    ) throws(BookError) -> [Observation] {
        let question = Question.Vintages(
            series: .init(subject: subject, metric: metric), period: period)
        if answers != nil { return answers?.vintages(question) ?? [] }
        var questions = Questions()
        questions.vintages = [question]
        return try ask(questions).vintages[question] ?? []
    }

    package func earliestDay(
        of metric: Metric, of subject: String
    ) throws(BookError) -> Day? {
        let question = Question.Series(subject: subject, metric: metric)
        if answers != nil { return answers?.earliestDay(question) }
        var questions = Questions()
        questions.earliestDays = [question]
        return try ask(questions).earliestDays[question] ?? nil
    }

    package func claims(
        of figure: FigureCode, about subject: String
    ) throws(BookError) -> [Claim] {
        let question = Question.Claims(subject: subject, figure: figure)
        if answers != nil { return answers?.claims(question) ?? [] }
        var questions = Questions()
        questions.claims = [question]
        return try ask(questions).claims[question] ?? []
    }

    private func ask(_ questions: Questions) throws(BookError) -> Answered {
        let asked = asked(questions)
        return try asked.answers(of: read(asked.queries))
    }
}
