import Bookkeeping
import Mining

/// The columns of a claim, and how they are read.
enum ClaimRow {
    /// Publisher and subject come before them.
    private static let columns = """
        figure,
        on_start,
        on_end,
        since_start,
        since_end,
        value,
        unit,
        decimals,
        published_on,
        claim.note AS note
        """

    /// The claims of one figure about one subject: parameters are the number of the subject and the
    /// code of the figure. Source and file are numbers.
    static let selectOfFigure = """
        SELECT publisher, subject, \(columns), source, file, line
        FROM claim
        WHERE subject = ?1
            AND figure = ?2
        ORDER BY on_end, on_start, since_end, since_start, publisher, published_on
        """

    /// What `read(_:)` reads: with the texts that a claim names by number.
    static let columnsWithTexts = """
        publisher,
        subject.code AS subject,
        \(columns),
        source.text AS source,
        import_file.import AS import,
        import_file.name AS file,
        claim.line AS line
        """

    /// Every claim. Texts are joined from the left, so that a claim whose source is missing is found
    /// and not skipped.
    static let selectAll = """
        SELECT \(columnsWithTexts)
        FROM subject
        CROSS JOIN claim ON claim.subject = subject.id
        LEFT JOIN source ON source.id = claim.source
        LEFT JOIN import_file ON import_file.id = claim.file
        """

    /// Value and note of one claim: parameters are what `Statement.bind(_:)` binds for a claim.
    static let selectContent = """
        SELECT value, unit, decimals, note
        FROM claim
        WHERE subject = ?1 AND figure = ?2 AND on_end = ?3 AND on_start = ?4
            AND since_end = ?5 AND since_start = ?6 AND publisher = ?7
            AND published_on = ?8 AND source = ?9
        """

    /// The present row of a statement that selects `columnsWithTexts`.
    static func read(_ row: Statement) throws(BookError) -> Claim {
        guard let figure = FigureCode(try row.text(2)) else { throw row.unreadable(2) }
        var claim = try read(row, figure, about: try row.text(1))
        claim.source = try row.text(12)
        if let number = try row.optionalInteger(13) {
            claim.origin = Origin(
                importNumber: number, file: try row.text(14),
                line: try row.optionalInteger(15) ?? 0)
        }
        return claim
    }

    /// The present row of `selectOfFigure`.
    static func read(
        _ row: Statement, _ figure: FigureCode, about subject: String, in book: SQLiteBook
    ) throws(BookError) -> Claim {
        var claim = try read(row, figure, about: subject)
        claim.source = try book.source(row, 12)
        claim.origin = try book.origin(row, file: 13, line: 14)
        return claim
    }

    /// Everything except source and origin.
    private static func read(
        _ row: Statement, _ figure: FigureCode, about subject: String
    ) throws(BookError) -> Claim {
        guard let on = Period(try row.day(3), try row.day(4)) else { throw row.unreadable(3) }
        var since: Period?
        switch (try row.keyDay(5), try row.keyDay(6)) {
        case (nil, nil): break
        case (let first?, let last?) where first <= last: since = Period(first, last)
        default: throw row.unreadable(5)
        }
        let value = try row.quantity(value: 7, unit: 8, decimals: 9)
        guard value.dimension == figure.dimension else { throw row.unreadable(8) }
        return Claim(
            publisher: try row.text(0), subject: subject, figure: figure, on: on, since: since,
            value: value, publishedOn: try row.publicationDay(10), note: try row.optionalText(11))
    }

    /// The present row of `selectContent`.
    static func readContent(_ row: Statement) throws(BookError) -> ClaimContent {
        ClaimContent(
            value: try row.quantity(value: 0, unit: 1, decimals: 2), note: try row.optionalText(3))
    }
}

extension Statement {
    /// Binds parameters 1 to 9: the key of a claim.
    func bind(_ numbered: NumberedClaim) throws(BookError) {
        let claim = numbered.claim
        try bind(numbered.subject, at: 1)
        try bind(claim.figure.description, at: 2)
        try bind(claim.on.last.number, at: 3)
        try bind(claim.on.first.number, at: 4)
        try bind(claim.since?.last.number ?? Day.unknownKey, at: 5)
        try bind(claim.since?.first.number ?? Day.unknownKey, at: 6)
        try bind(claim.publisher, at: 7)
        try bind(claim.publishedOn?.number ?? Day.unknownPublication, at: 8)
        try bind(numbered.source, at: 9)
    }
}

extension SQLiteBook {
    package func claims(
        of figure: FigureCode, about subject: String
    ) throws(BookError) -> [Claim] {
        guard let (number, code) = try self.subject(subject) else { return [] }
        let claims = try all(.claims) { (row) throws(BookError) in
            try ClaimRow.read(row, figure, about: code, in: self)
        } binding: { (statement) throws(BookError) in
            try statement.bind(number, at: 1)
            try statement.bind(figure.description, at: 2)
        }
        // Rows are in the order of source numbers, which depends on the order of imports.
        return claims.sortingRuns(where: { $0.differsInSourceAlone(from: $1) }, by: \.source)
    }

    package func allClaims() throws(BookError) -> [Claim] {
        try Statement(
            """
            \(ClaimRow.selectAll)
            ORDER BY
                publisher, subject.code COLLATE BINARY, figure, on_end, on_start, since_end,
                since_start, published_on, source.text
            """, on: connection
        ).all(ClaimRow.read)
    }
}

extension Claim {
    /// Whether two claims of one figure about one subject have all of the key except the source in
    /// common.
    fileprivate func differsInSourceAlone(from other: Claim) -> Bool {
        on == other.on && since == other.since && publishedOn == other.publishedOn
            && ExactText(publisher) == ExactText(other.publisher)
    }
}

extension Array {
    /// The elements with each run of elements that are alike sorted by the bytes of a text.
    func sortingRuns(
        where areAlike: (Element, Element) -> Bool, by text: (Element) -> String
    ) -> [Element] {
        var sorted = self
        var start = 0
        for index in indices.dropFirst() + [endIndex]
        where index == endIndex || !areAlike(self[index - 1], self[index]) {
            if index - start > 1 {
                sorted[start..<index].sort {
                    text($0).utf8.lexicographicallyPrecedes(text($1).utf8)
                }
            }
            start = index
        }
        return sorted
    }
}
