import Mining

extension ImportSession {
    /// Takes in share facts, known by company and first day.
    ///
    /// - Throws: `.unknownSubject` for a ticker that is no company.
    package func record(_ rows: [Located<ShareBasis>], from file: File) throws(BookError) {
        var rowCounts = RowCounts()
        for row in rows {
            let basis = row.value
            let origin = file.origin(line: row.line)
            if let earlier = shareBases.earlier(basis.key, basis.content, origin) {
                if earlier.content == basis.content {
                    rowCounts.unchanged += 1
                } else {
                    try note(
                        Conflict(
                            subject: "share basis of \(basis.ticker)",
                            first: earlier.content.summary, firstOrigin: earlier.origin,
                            second: basis.summary, secondOrigin: origin))
                }
                continue
            }
            let company = try company(basis.ticker)
            let known = try store.shareBasis(like: basis, ofCompany: company)
            if let known, known.content == basis.content {
                rowCounts.unchanged += 1
                continue
            }
            try store.put(basis, ofCompany: company, at: file.place(line: row.line))
            if known == nil { rowCounts.inserted += 1 } else { rowCounts.corrected += 1 }
        }
        count(rowCounts, of: file)
    }
}

extension ShareBasis {
    fileprivate var key: ShareBasis { ShareBasis(ticker: ticker.lowercased(), from: from) }

    /// The row without the letter case of its ticker.
    var content: ShareBasis {
        var basis = self
        basis.ticker = ticker.lowercased()
        return basis
    }

    /// Its content, for a message: `25:1 split from 2025-08-01`.
    var summary: String {
        let facts = [
            adsRatio.map { "\($0.number) shares per ADS" }, split.map { "\($0) split" },
        ].compactMap(\.self)
        return facts.joined(separator: " and ") + (from.map { " from \($0)" } ?? "")
            + (note.map { " (\($0))" } ?? "")
    }
}
