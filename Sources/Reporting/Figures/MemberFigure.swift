import Mining

/// The known figure of one member: a term of a sum over the members.
struct MemberFigure {
    let company: Company
    let figure: KnownFigure

    var ticker: String { company.ticker }

    var expression: Expression { figure.expression }
}
