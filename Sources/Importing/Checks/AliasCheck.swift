import Mining

/// Remembers the aliases of a file until all of them are in the book, and then reports each that
/// names somebody else as well.
///
/// A row alone cannot tell: one further down may end the other alias's days.
package struct AliasCheck: Sendable {
    private var aliases: [(alias: Alias, file: String, line: Int)] = []

    package init() {}

    /// Takes note of aliases read from `file`.
    package mutating func add(_ rows: [Located<Alias>], of file: String) {
        for row in rows { aliases.append((row.value, file, row.line)) }
    }

    /// Reports each alias that is another's, too, in `roster`, which holds all of them by now.
    package func report(_ roster: Roster, to diagnostics: inout Diagnostics) {
        for (alias, file, line) in aliases {
            let fact: ImportProblem.Fact
            switch roster.clash(of: alias) {
            case .subject(let subject): fact = .takenCode(alias.alias, by: subject.kind)
            case .alias(let other): fact = .takenAlias(alias.alias, by: other)
            case nil: continue
            }
            diagnostics.report(
                ImportProblem(file: file, line: line, column: "alias", fact: fact))
        }
    }
}
