import Mining

extension BookMaintenance {
    /// Everything that is wrong with the file and its rows; empty for a sound book. Of each kind of
    /// row it reports the first 100. Reads the whole book.
    ///
    /// - Throws: `BookError` where the book is too damaged to be read.
    package func check() throws(BookError) -> [Finding] {
        let structure = try structureFindings()
        guard structure.contains(where: \.isDamage) else { return structure + (try rowFindings()) }
        // Rows of a damaged file may be beyond reading.
        return structure + ((try? rowFindings()) ?? [])
    }

    private func rowFindings() throws(BookError) -> [Finding] {
        let orphans = try orphanFindings()
        // Memberships that name nothing cannot be read, and are among the orphans already.
        let memberships = orphans.isEmpty ? try membershipFindings() : []
        return try orphans + memberships + aliasFindings()
            + repeatedSources().map(Finding.repeatedSource) + observationFindings()
            + claimFindings()
    }

    /// Parents that lead in a circle, and subsidiaries that are counted beside their parents.
    private func membershipFindings() throws(BookError) -> [Finding] {
        try unlessUnreadable("a company or a membership") { () throws(BookError) in
            let consolidation = Consolidation(try companies())
            var findings = consolidation.cycles.map(Finding.circularParents)
            for group in try groups() {
                findings += consolidation.overlaps(among: try memberships(of: group))
                    .map(Finding.countedTwice)
            }
            return findings
        }
    }

    /// Two aliases that clash with each other are found once, by the first of their companies.
    private func aliasFindings() throws(BookError) -> [Finding] {
        try unlessUnreadable("a company or alias") { () throws(BookError) in
            let roster = try roster()
            return try aliases().compactMap { alias in
                guard let clash = roster.clash(of: alias) else { return nil }
                if case .alias(let other) = clash, other.ticker < alias.ticker { return nil }
                return .sharedAlias(alias, clash)
            }
        }
    }

    private func unlessUnreadable(
        _ row: String, _ body: () throws(BookError) -> [Finding]
    ) throws(BookError) -> [Finding] {
        do {
            return try body()
        } catch {
            guard case .unreadable(_, let column, let value) = error else { throw error }
            return [.unreadable(UnreadableRow(row: row, column: column, value: value))]
        }
    }

    private func observationFindings() throws(BookError) -> [Finding] {
        var findings: [Finding] = []
        try scanObservations { row in
            switch row {
            case .success(let observation): observation.finding.map { findings.append($0) }
            case .failure(let row): findings.append(.unreadable(row))
            }
            return findings.count < 100
        }
        return findings
    }

    private func claimFindings() throws(BookError) -> [Finding] {
        var findings: [Finding] = []
        try scanClaims { row in
            if case .failure(let row) = row { findings.append(.unreadable(row)) }
            return findings.count < 100
        }
        return findings
    }
}

extension Observation {
    /// What is wrong with it; nil if nothing.
    fileprivate var finding: Finding? {
        if metric.kind == .instant, !period.isDay {
            return .longInstant(subject: subject, metric: metric, period: period)
        }
        if value.base < 0, !metric.mayBeNegative {
            return .negative(subject: subject, metric: metric, period: period, value: value)
        }
        return nil
    }
}
