import Mining

/// Something that is wrong with a book.
package enum Finding: Sendable, Hashable {
    /// SQLite's own words on the file's structure.
    case structure(String)
    /// A table, index, trigger or view that is not that of the book's version.
    case schema(SchemaDifference)
    /// A row that names one that is not there.
    case orphan(table: String, missing: String)
    /// A row that no report can read, since a column of it holds what cannot be.
    case unreadable(row: String, column: String, value: String)
    /// A figure at a date that says it spans several days.
    case longInstant(subject: String, metric: Metric, period: Period)
    /// Companies that are their own parents by way of each other, in the order of the chain.
    case circularParents([String])
    /// A member of a group together with a company that consolidates it.
    case countedTwice(Consolidation.Overlap)
    /// An alias that names somebody else as well.
    case sharedAlias(Alias, AliasClash)
    /// A source that is in the book twice, so that figures of one key may be, too.
    case repeatedSource(String)
    /// A figure below zero of a metric that cannot be.
    case negative(subject: String, metric: Metric, period: Period, value: Quantity)
}

extension Finding {
    /// Whether the file itself is damaged, rather than what a row says.
    package var isDamage: Bool {
        switch self {
        case .structure: true
        case .schema(let difference): difference.preventsWriting
        default: false
        }
    }
}

extension Finding: CustomStringConvertible {
    package var description: String {
        switch self {
        case .structure(let text): "the file is damaged: \(text)"
        case .schema(let difference): "\(difference)"
        case .orphan(let table, let missing): "a row of \(table) names a \(missing) that is missing"
        case .unreadable(let row, let column, let value):
            "\(row): \(column) holds \(value), which cannot be"
        case .longInstant(let subject, let metric, let period):
            "\(subject) \(metric) \(period): is a figure at a date, but spans several days"
        case .circularParents(let tickers):
            "the parents of \(tickers.joined(separator: ", ")) lead back to \(tickers[0]), so that "
                + "reports count none of them: correct one of them in a file of companies"
        case .countedTwice(let overlap):
            "\(overlap.group): \(overlap.subsidiary) and \(overlap.parent), which consolidates it, "
                + "are both members \(overlap.period.spelled); reports leave \(overlap.subsidiary) "
                + "out: end one of the two with left_on"
        case .sharedAlias(let alias, .subject(let subject)):
            "the alias \(alias.alias) of \(alias.ticker) is the code of a \(subject.kind.rawValue)"
        case .sharedAlias(let alias, .alias(let other)):
            "the alias \(alias.alias) of \(alias.ticker) is one of \(other.ticker) on the same days"
        case .repeatedSource(let text): "the source \"\(text)\" is there more than once"
        case .negative(let subject, let metric, let period, let value):
            "\(subject) \(metric) \(period): is \(value), and cannot be below zero"
        }
    }
}

extension Period {
    /// `from 2025-09-01 to 2025-12-31`; an end that is open is left out.
    fileprivate var spelled: String {
        switch (first == .first, last == .last) {
        case (true, true): "at all times"
        case (true, false): "until \(last)"
        case (false, true): "from \(first) on"
        case (false, false): "from \(first) to \(last)"
        }
    }
}

extension Database {
    /// Everything that is wrong with the file and its rows; nothing is what a sound book gives.
    /// Reads the whole book, and throws where it is too damaged for that.
    package func check() throws(StorageError) -> [Finding] {
        let structure =
            try structureFindings()
            + schemaDifferences(version: migrations.count).map(Finding.schema)
        guard structure.contains(where: \.isDamage) else { return structure + (try rowFindings()) }
        // Rows of a damaged file may be beyond reading.
        return structure + ((try? rowFindings()) ?? [])
    }

    private func rowFindings() throws(StorageError) -> [Finding] {
        let orphans = try orphanFindings()
        // Memberships of nobody cannot be read, and are among the orphans already.
        let overlaps = orphans.isEmpty ? try membershipFindings() : []
        return try orphans + overlaps + aliasFindings() + sourceFindings() + observationFindings()
            + claimFindings()
    }

    private func membershipFindings() throws(StorageError) -> [Finding] {
        do {
            let consolidation = Consolidation(try companies())
            var findings = consolidation.circles.map(Finding.circularParents)
            for group in try groups() {
                findings += consolidation.overlaps(among: try memberships(of: group))
                    .map(Finding.countedTwice)
            }
            return findings
        } catch {
            guard case .unreadable(_, let column, let value) = error else { throw error }
            return [.unreadable(row: "a company or a membership", column: column, value: value)]
        }
    }

    /// Two aliases that are each other's are found once, by the first of their companies.
    private func aliasFindings() throws(StorageError) -> [Finding] {
        do {
            let roster = try roster()
            return try aliases().compactMap { alias in
                guard let clash = roster.clash(of: alias) else { return nil }
                if case .alias(let other) = clash, other.ticker < alias.ticker { return nil }
                return .sharedAlias(alias, clash)
            }
        } catch {
            guard case .unreadable(_, let column, let value) = error else { throw error }
            return [.unreadable(row: "a company or alias", column: column, value: value)]
        }
    }

    /// https://sqlite.org/pragma.html#pragma_integrity_check, its first 100 lines.
    private func structureFindings() throws(StorageError) -> [Finding] {
        let statement = try Statement("PRAGMA integrity_check", on: connection)
        var findings: [Finding] = []
        while try statement.step() {
            let text = try statement.text(0)
            if text != "ok" { findings.append(.structure(text)) }
        }
        return findings
    }

    private func orphanFindings() throws(StorageError) -> [Finding] {
        let statement = try Statement(
            "SELECT DISTINCT \"table\", parent FROM pragma_foreign_key_check ORDER BY 1, 2",
            on: connection)
        var findings: [Finding] = []
        while try statement.step() {
            findings.append(
                .orphan(table: try statement.text(0), missing: try statement.text(1)))
        }
        return findings
    }

    private func sourceFindings() throws(StorageError) -> [Finding] {
        let statement = try Statement(
            "SELECT text FROM source GROUP BY text HAVING count(*) > 1 LIMIT 100", on: connection)
        var findings: [Finding] = []
        while try statement.step() { findings.append(.repeatedSource(try statement.text(0))) }
        return findings
    }

    private func observationFindings() throws(StorageError) -> [Finding] {
        let statement = try Statement(
            "\(Query.selectObservations) ORDER BY subject.id, metric, period_end",
            on: connection)
        return try findings(statement) { (row) throws(StorageError) in
            let observation = try self.observation(row)
            let (metric, period) = (observation.metric, observation.period)
            if metric.kind == .instant, !period.isDay {
                return .longInstant(subject: observation.subject, metric: metric, period: period)
            }
            if observation.value.base < 0, !metric.mayBeNegative {
                return .negative(
                    subject: observation.subject, metric: metric, period: period,
                    value: observation.value)
            }
            return nil
        } named: {
            "an observation of \($0.shown(0)), metric \($0.shown(1)), last day \($0.shown(3))"
        }
    }

    private func claimFindings() throws(StorageError) -> [Finding] {
        let statement = try Statement(Query.selectClaims, on: connection)
        return try findings(statement) { (row) throws(StorageError) in
            _ = try Self.joinedClaim(row)
            return nil
        } named: {
            "a claim of \($0.shown(0)) about \($0.shown(1)), figure \($0.shown(2))"
        }
    }

    /// What `read` finds in each row, or that it cannot be read: the first 100.
    private func findings(
        _ statement: Statement, _ read: (Statement) throws(StorageError) -> Finding?,
        named name: (Statement) -> String
    ) throws(StorageError) -> [Finding] {
        var findings: [Finding] = []
        while findings.count < 100, try statement.step() {
            do {
                if let finding = try read(statement) { findings.append(finding) }
            } catch {
                guard case .unreadable(_, let column, let value) = error else { throw error }
                findings.append(
                    .unreadable(row: name(statement), column: column, value: value))
            }
        }
        return findings
    }
}
