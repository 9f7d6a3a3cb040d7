import Mining

extension BookMaintenance {
    /// Everything that is wrong with the file and its rows; empty for a sound book. Each check of
    /// figures, sources or claims reports its first 100 findings. Reads the whole book, its rows in one
    /// snapshot.
    ///
    /// - Throws: `BookError` where the book is too damaged to be read.
    package func check() throws(BookError) -> [Finding] {
        let structure = try structureFindings()
        do throws(BookError) {
            return structure + (try snapshot(failure: \.self, rowFindings))
        } catch {
            // It may not be possible to read the rows of a damaged file.
            guard structure.contains(where: \.isDamage) else { throw error }
            return structure
        }
    }

    private func rowFindings() throws(BookError) -> [Finding] {
        let orphans = try orphanFindings()
        // Memberships that name nothing cannot be read, and are among the orphans already.
        let memberships = orphans.isEmpty ? try membershipFindings() : []
        return try rowsOfOtherPrograms() + orphans + memberships + aliasFindings()
            + repeatedSources().map(Finding.repeatedSource)
            + observationFindings(hasMemberships: orphans.isEmpty) + claimFindings()
    }

    /// What is wrong with companies, memberships and aliases of which each row by itself is right.
    func registerFindings() throws(BookError) -> [Finding] {
        try membershipFindings() + aliasFindings()
    }

    /// Companies that share a CIK, parents that lead in a circle, and subsidiaries that are counted
    /// beside their parents.
    private func membershipFindings() throws(BookError) -> [Finding] {
        try unlessUnreadable("a company or a membership") { () throws(BookError) in
            let companies = try companies()
            let consolidation = Consolidation(companies)
            var findings = CIK.shared(among: companies).sorted { $0.key < $1.key }
                .map { Finding.sharedCIK($0.key, tickers: $0.value) }
            findings += consolidation.cycles.map(Finding.circularParents)
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

    /// `hasMemberships` says whether memberships can be read, which sums over groups need.
    private func observationFindings(hasMemberships: Bool) throws(BookError) -> [Finding] {
        let companies = (try? companies()) ?? []
        let histories = ShareHistory.histories(of: (try? shareBasis()) ?? [])
        var check = FigureCheck(histories: histories)
        try scanObservations { row in
            switch row {
            case .success(let observation): check.add(observation)
            case .failure(let row): check.add(row)
            }
            return check.findings.count < FigureCheck.limit
        }
        check.finish()
        let compared = try unlessUnreadable("a figure") { () throws(BookError) in
            let sums = hasMemberships ? try minedTooMuch(check.mined, companies) : []
            return try sums + misfits(companies, histories)
        }
        // A row that cannot be read is among the findings of the scan already.
        let isKnown = check.findings.contains(where: \.isUnreadable)
        return check.findings + compared.filter { !(isKnown && $0.isUnreadable) }
    }

    /// Periods in which the members of a group mined more bitcoin than the network creates, by group
    /// and period.
    private func minedTooMuch(
        _ mined: [Period: [(ticker: String, value: Quantity)]], _ companies: [Company]
    ) throws(BookError) -> [Finding] {
        let consolidation = Consolidation(companies)
        var findings: [Finding] = []
        for group in try groups() {
            let memberships = try memberships(of: group)
            for (period, figures) in mined.sorted(by: { $0.key < $1.key }) {
                let tickers = Set(
                    memberships.filter { $0.holds(on: period.last) }.map(\.ticker))
                let base = figures.filter { figure in
                    tickers.contains(figure.ticker)
                        && tickers.isDisjoint(with: consolidation.ancestors(of: figure.ticker))
                }.reduce(0) { $0 + $1.value.base }
                guard let issued = Subsidy.issued(over: period), base > issued.base,
                    let sum = Quantity(base: base, unit: .bitcoin, decimals: 8)
                else { continue }
                findings.append(
                    .minedTooMuch(group: group, period: period, mined: sum.short, issued: issued))
            }
        }
        return Array(findings.prefix(FigureCheck.limit))
    }

    /// Figures that do not fit each other. For each company: its latest market cap that does not
    /// fit, its fair values, its hashrates above the network's, and other figures; then those of
    /// the network.
    private func misfits(
        _ companies: [Company], _ histories: [String: ShareHistory]
    ) throws(BookError) -> [Finding] {
        var search = MisfitSearch(self)
        var found: [Misfit] = []
        for ticker in companies.map(\.ticker) {
            let history = histories[ticker] ?? ShareHistory([])
            found += try search.marketCaps(of: ticker, history).suffix(1)
            found += try search.fairValues(of: ticker)
            found += try search.aboveNetwork(of: ticker)
            found += try search.disproportions(of: ticker)
        }
        found += try search.disproportions(of: Subject.network.code)
        return found.prefix(FigureCheck.limit).map(Finding.misfit)
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

extension Finding {
    fileprivate var isUnreadable: Bool {
        if case .unreadable = self { true } else { false }
    }
}

extension Quantity {
    /// The same amount without zeros at the end of its decimals.
    fileprivate var short: Quantity {
        (0...unit.exponent).lazy.compactMap {
            Quantity(base: base, unit: unit, decimals: $0)
        }.first ?? self
    }
}
