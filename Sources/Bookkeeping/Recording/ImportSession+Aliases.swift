import Mining

extension ImportSession {
    /// Takes in aliases, known by alias, company and first day.
    ///
    /// - Throws: `.unknownSubject` for a ticker that is no company.
    package func record(_ rows: [Located<Alias>], from file: File) throws(BookError) {
        var rowCounts = RowCounts()
        for row in rows {
            let alias = row.value
            let origin = file.origin(line: row.line)
            if let earlier = aliases.earlier(alias.key, alias.content, origin) {
                if earlier.content == alias.content {
                    rowCounts.unchanged += 1
                } else {
                    try note(
                        Conflict(
                            subject: "\(alias.alias) of \(alias.ticker)",
                            first: earlier.content.summary, firstOrigin: earlier.origin,
                            second: alias.summary, secondOrigin: origin))
                }
                continue
            }
            let company = try company(alias.ticker)
            let known = try store.alias(like: alias, ofCompany: company)
            if let known, known.validTo == alias.validTo, known.note == alias.note {
                rowCounts.unchanged += 1
                continue
            }
            try store.put(alias, ofCompany: company, at: file.place(line: row.line))
            if known == nil { rowCounts.inserted += 1 } else { rowCounts.corrected += 1 }
        }
        count(rowCounts, of: file)
    }
}

extension Alias {
    fileprivate var key: Alias {
        Alias(alias: alias, ticker: ticker.lowercased(), validFrom: validFrom)
    }

    /// The row without the letter case of its ticker.
    var content: Alias {
        var alias = self
        alias.ticker = ticker.lowercased()
        return alias
    }

    var summary: String {
        "valid to \(validTo?.description ?? "this day")" + (note.map { " (\($0))" } ?? "")
    }
}
