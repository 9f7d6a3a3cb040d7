import Mining

extension ImportSession {
    /// Takes in claims, known by everything except value and note.
    ///
    /// - Throws: `.unknownSubject`.
    package func record(_ rows: [Located<Claim>], from file: File) throws(BookError) {
        var rowCounts = RowCounts()
        var first: [(claim: NumberedClaim, place: RowPlace)] = []
        var texts = StringPool()
        let places = rows.map { texts.add($0.value.source) }
        let sources = try store.sourceNumbers(
            of: texts, used: Array(repeating: true, count: texts.count))
        for (row, place) in zip(rows, places) {
            let claim = row.value
            let origin = file.origin(line: row.line)
            guard let subject = try subject(claim.subject)?.number else {
                throw .unknownSubject(code: claim.subject)
            }
            if let earlier = claims.earlier(claim.key, claim, origin) {
                if earlier.content.hasContent(claim.value, claim.note) {
                    rowCounts.unchanged += 1
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
            first.append(
                (
                    NumberedClaim(claim: claim, subject: subject, source: sources[place]),
                    file.place(line: row.line)
                ))
        }
        for (row, known) in zip(first, try store.contents(of: first.map(\.claim))) {
            if let known, row.claim.claim.hasContent(known.value, known.note) {
                rowCounts.unchanged += 1
                continue
            }
            try store.put(row.claim, at: row.place)
            if known == nil { rowCounts.inserted += 1 } else { rowCounts.corrected += 1 }
        }
        count(rowCounts, of: file)
    }
}

extension Claim {
    var key: ClaimKey {
        ClaimKey(
            publisher: ExactText(publisher), subject: subject.lowercased(), figure: figure,
            on: on, since: since, publishedOn: publishedOn, source: ExactText(source))
    }

    /// Whether the amount, in whatever unit, and the note are these.
    func hasContent(_ value: Quantity, _ note: String?) -> Bool {
        self.value.base == value.base && self.note == note
    }

    var summary: String { "\(value)" + (note.map { " (\($0))" } ?? "") }
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
