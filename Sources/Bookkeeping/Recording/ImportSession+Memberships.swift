import Mining

extension ImportSession {
    /// Takes in memberships, known by group, company and first day; the first one of a group adds
    /// the group.
    ///
    /// - Throws: `.unknownSubject` for a ticker that is no company; `.codeTaken` for a group that is
    ///   the code of a company or the network.
    package func record(_ rows: [Located<Membership>], from file: File) throws(BookError) {
        var rowCounts = RowCounts()
        for row in rows {
            let membership = row.value
            let origin = file.origin(line: row.line)
            if let earlier = memberships.earlier(membership.key, membership.content, origin) {
                if earlier.content == membership.content {
                    rowCounts.unchanged += 1
                } else {
                    try note(
                        Conflict(
                            subject: "\(membership.ticker) in \(membership.group)",
                            first: earlier.content.summary, firstOrigin: earlier.origin,
                            second: membership.summary, secondOrigin: origin))
                }
                continue
            }
            let place = file.place(line: row.line)
            let group = try group(membership.group, at: place)
            let company = try company(membership.ticker)
            let known = try store.membership(like: membership, group: group, company: company)
            if let known, known.leftOn == membership.leftOn, known.note == membership.note {
                rowCounts.unchanged += 1
                continue
            }
            try store.put(membership, group: group, company: company, at: place)
            if known == nil { rowCounts.inserted += 1 } else { rowCounts.corrected += 1 }
        }
        count(rowCounts, of: file)
    }

    /// The number of the group with this code, which is added if there is none.
    func group(_ code: String, at place: RowPlace) throws(BookError) -> Int {
        guard let subject = try subject(code) else { return try store.addGroup(code, at: place) }
        guard subject.kind == .group else {
            throw .codeTaken(code: code, by: subject.kind, wanted: .group)
        }
        return subject.number
    }
}

extension Membership {
    fileprivate var key: Membership {
        Membership(group: group.lowercased(), ticker: ticker.lowercased(), joinedOn: joinedOn)
    }

    /// The row without the letter case of its codes.
    var content: Membership {
        var membership = key
        membership.leftOn = leftOn
        membership.note = note
        return membership
    }

    var summary: String {
        (leftOn.map { "a member to \($0)" } ?? "still a member") + (note.map { " (\($0))" } ?? "")
    }
}
