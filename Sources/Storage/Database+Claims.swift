import Mining

extension Database {
    /// Every claim of `figure` about `subject`, by `on`, `since`, publisher, publication day and
    /// source.
    package func claims(
        of figure: FigureCode, about subject: String
    ) throws(StorageError) -> [Claim] {
        guard let (number, code) = try self.subject(subject) else { return [] }
        let statement = try statement(.claims)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(figure.description, at: 2)
        var claims: [Claim] = []
        // Rows lie in the order of source numbers, which depends on the order of imports: those
        // that differ in nothing else are sorted by their sources.
        var ties = 0
        func sortTies() {
            guard claims.count - ties > 1 else { return }
            claims[ties...].sort { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
        }
        while try statement.step() {
            var claim = try Self.claim(statement, of: figure, about: code)
            claim.source = try source(statement, 12)
            claim.origin = try origin(statement, file: 13, line: 14)
            if let last = claims.last, !claim.differsInSourceAlone(from: last) {
                sortTies()
                ties = claims.count
            }
            claims.append(claim)
        }
        sortTies()
        return claims
    }

    /// Every claim, by publisher, subject, figure, `on`, `since`, publication day and source.
    package func allClaims() throws(StorageError) -> [Claim] {
        let statement = try Statement(
            """
            \(Query.selectClaims)
            ORDER BY
                publisher, subject.code COLLATE BINARY, figure, on_end, on_start, since_end,
                since_start, published_on, source.text
            """, on: connection)
        var claims: [Claim] = []
        while try statement.step() { claims.append(try Self.joinedClaim(statement)) }
        return claims
    }

    /// The present row of a statement that selects `Query.selectClaims`.
    static func joinedClaim(_ row: Statement) throws(StorageError) -> Claim {
        var claim = try claim(row)
        claim.source = try row.text(12)
        claim.origin = try row.origin(import: 13, file: 14, line: 15)
        return claim
    }

    /// The present row of a statement that selects claims, but for what it names by number.
    /// `known` and `code` are given where it is known which ones were asked for.
    private static func claim(
        _ row: Statement, of known: FigureCode? = nil, about code: String? = nil
    ) throws(StorageError) -> Claim {
        var figure = known
        if figure == nil { figure = FigureCode(try row.text(2)) }
        guard let figure else { throw row.unreadable(2) }
        guard let on = Period(try row.day(3), try row.day(4)) else { throw row.unreadable(3) }
        var since: Period?
        switch (try row.keyDay(5), try row.keyDay(6)) {
        case (nil, nil): break
        case (let first?, let last?) where first <= last: since = Period(first, last)
        default: throw row.unreadable(5)
        }
        let subject = if let code { code } else { try row.text(1) }
        let value = try row.quantity(value: 7, unit: 8, decimals: 9)
        guard value.dimension == figure.dimension else { throw row.unreadable(8) }
        return Claim(
            publisher: try row.text(0), subject: subject, figure: figure,
            on: on, since: since, value: value, publishedOn: try row.publicationDay(10),
            note: try row.optionalText(11))
    }
}

extension ImportSession {
    /// Takes in claims, known by everything but value and note. A subject that the book does
    /// not have throws `.unknownSubject`.
    package func record(_ rows: [Lined<Claim>], from file: File) throws(StorageError) {
        let find = try Statement(
            """
            SELECT value, unit, decimals, note
            FROM claim
            WHERE subject = ?1 AND figure = ?2 AND on_end = ?3 AND on_start = ?4
                AND since_end = ?5 AND since_start = ?6 AND publisher = ?7
                AND published_on = ?8 AND source = ?9
            """, on: database.connection)
        let insert = try Statement(
            """
            INSERT INTO claim (
                subject, figure, on_end, on_start, since_end, since_start, publisher,
                published_on, source, value, unit, decimals, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
            ON CONFLICT DO UPDATE SET
                value = excluded.value,
                unit = excluded.unit,
                decimals = excluded.decimals,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """, on: database.connection)
        var tally = Tally()
        var texts = TextTable()
        let places = rows.map { texts.add($0.value.source) }
        let sources = try observations.sources.numbers(
            of: texts, used: Array(repeating: true, count: texts.count))
        for (row, place) in zip(rows, places) {
            let claim = row.value
            let origin = file.origin(line: row.line)
            guard let subject = try subject(claim.subject) else {
                throw .unknownSubject(code: claim.subject)
            }
            if let earlier = claims.earlier(claim.key, claim, origin) {
                if earlier.content.saysTheSame(as: claim) {
                    tally.unchanged += 1
                } else {
                    try note(
                        Conflict(
                            subject: "\(claim.publisher)'s \(claim.figure) of \(claim.subject) on "
                                + "\(claim.on)",
                            first: earlier.content.summary, firstOrigin: earlier.origin,
                            second: claim.summary, secondOrigin: origin))
                }
                continue
            }
            for statement in [find, insert] {
                try statement.bind(claim, subject: subject.number, source: sources[place])
            }
            defer { find.reset() }
            let isKnown = try find.step()
            if isKnown, try find.quantity(value: 0, unit: 1, decimals: 2).base == claim.value.base,
                try find.optionalText(3) == claim.note
            {
                tally.unchanged += 1
                continue
            }
            try insert.bind(Int(claim.value.digits), at: 10)
            try insert.bind(claim.value.unit.rawValue, at: 11)
            try insert.bind(claim.value.decimals, at: 12)
            try insert.bind(claim.note, at: 13)
            try insert.bind(file.number, at: 14)
            try insert.bind(row.line, at: 15)
            try insert.run()
            if isKnown { tally.corrected += 1 } else { tally.inserted += 1 }
        }
        count(tally, of: file)
    }
}

extension Statement {
    /// Parameters 1 to 9: a claim's key.
    fileprivate func bind(_ claim: Claim, subject: Int, source: Int) throws(StorageError) {
        try bind(subject, at: 1)
        try bind(claim.figure.description, at: 2)
        try bind(claim.on.last.number, at: 3)
        try bind(claim.on.first.number, at: 4)
        try bind(claim.since?.last.number ?? Day.unknownKey, at: 5)
        try bind(claim.since?.first.number ?? Day.unknownKey, at: 6)
        try bind(claim.publisher, at: 7)
        try bind(claim.publishedOn?.number ?? Day.unknownPublication, at: 8)
        try bind(source, at: 9)
    }
}

extension Claim {
    /// Whether two claims of one figure about one subject have all of the key but the source in
    /// common.
    fileprivate func differsInSourceAlone(from other: Claim) -> Bool {
        on == other.on && since == other.since && publishedOn == other.publishedOn
            && ExactText(publisher) == ExactText(other.publisher)
    }

    fileprivate var key: ClaimKey {
        ClaimKey(
            publisher: ExactText(publisher), subject: subject.lowercased(), figure: figure,
            on: on, since: since, publishedOn: publishedOn, source: ExactText(source))
    }

    fileprivate func saysTheSame(as other: Claim) -> Bool {
        value.base == other.value.base && note == other.note
    }

    fileprivate var summary: String { "\(value)" + (note.map { " (\($0))" } ?? "") }
}

/// What a book knows a claim by.
struct ClaimKey: Hashable {
    var publisher: ExactText
    var subject: String
    var figure: FigureCode
    var on: Period
    var since: Period?
    var publishedOn: Day?
    var source: ExactText
}
