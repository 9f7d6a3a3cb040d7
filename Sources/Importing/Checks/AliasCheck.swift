import Mining

/// Reports the aliases of a file that also mean another subject at the same time.
///
/// The check runs after all aliases of the file are in the book, because a later row can end the
/// validity of another alias.
package struct AliasCheck: Sendable {
    private var aliases: [(alias: Alias, file: String, line: Int)] = []

    /// A check without aliases.
    package init() {}

    /// Adds the aliases read from `file`.
    package mutating func add(_ rows: [Located<Alias>], of file: String) {
        for row in rows { aliases.append((row.value, file, row.line)) }
    }

    /// Reports each alias that conflicts with `roster`, which must contain all added aliases.
    package func report(_ roster: Roster, to diagnostics: inout Diagnostics) {
        for (alias, file, line) in aliases {
            let reason: ImportProblem.Reason
            switch roster.clash(of: alias) {
            case .subject(let subject): reason = .codeInUse(alias.alias, by: subject.kind)
            case .alias(let other): reason = .aliasInUse(alias.alias, by: other)
            case nil: continue
            }
            diagnostics.report(
                ImportProblem(file: file, line: line, column: "alias", reason: reason))
        }
    }
}
