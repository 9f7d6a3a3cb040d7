import Mining

extension Database {
    /// Every alias, by its bytes, then by its first day and ticker.
    package func aliases() throws(StorageError) -> [Alias] {
        let statement = try Statement(
            """
            SELECT alias, subject.code AS ticker, valid_from, valid_to, alias.note
            FROM alias
            LEFT JOIN subject ON subject.id = company
            ORDER BY alias, valid_from, subject.code COLLATE BINARY
            """, on: connection)
        var aliases: [Alias] = []
        while try statement.step() {
            aliases.append(
                Alias(
                    alias: try statement.text(0), ticker: try statement.text(1),
                    validFrom: try statement.keyDay(2),
                    validTo: statement.isNull(3) ? nil : try statement.day(3),
                    note: try statement.optionalText(4)))
        }
        return aliases
    }
}

extension ImportSession {
    /// Takes in aliases, known by alias, company and first day. A ticker that is no company's
    /// throws `.unknownSubject`.
    package func record(_ rows: [Lined<Alias>], from file: File) throws(StorageError) {
        let find = try Statement(
            """
            SELECT valid_to, note
            FROM alias
            WHERE alias = ?1 AND company = ?2 AND valid_from = ?3
            """, on: database.connection)
        let insert = try Statement(
            """
            INSERT INTO alias (alias, company, valid_from, valid_to, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET
                valid_to = excluded.valid_to,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """, on: database.connection)
        var tally = Tally()
        for row in rows {
            let alias = row.value
            let origin = file.origin(line: row.line)
            if let earlier = aliases.earlier(alias.key, alias.content, origin) {
                if earlier.content == alias.content {
                    tally.unchanged += 1
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
            let key = [company, alias.validFrom?.number ?? Day.unknownKey]
            for statement in [find, insert] {
                try statement.bind(alias.alias, at: 1)
                try statement.bind(key[0], at: 2)
                try statement.bind(key[1], at: 3)
            }
            defer { find.reset() }
            let isKnown = try find.step()
            if isKnown, try find.optionalInteger(0) == alias.validTo?.number,
                try find.optionalText(1) == alias.note
            {
                tally.unchanged += 1
                continue
            }
            try insert.bind(alias.validTo?.number, at: 4)
            try insert.bind(alias.note, at: 5)
            try insert.bind(file.number, at: 6)
            try insert.bind(row.line, at: 7)
            try insert.run()
            if isKnown { tally.corrected += 1 } else { tally.inserted += 1 }
        }
        count(tally, of: file)
    }
}

extension Alias {
    fileprivate var key: Alias {
        Alias(alias: alias, ticker: ticker.lowercased(), validFrom: validFrom)
    }

    /// The row but for the letter case of its ticker.
    fileprivate var content: Alias {
        var alias = self
        alias.ticker = ticker.lowercased()
        return alias
    }

    fileprivate var summary: String {
        "valid to \(validTo?.description ?? "this day")" + (note.map { " (\($0))" } ?? "")
    }
}
