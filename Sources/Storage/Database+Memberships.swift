import Mining

extension Database {
    /// The codes of all groups, by their bytes.
    package func groups() throws(StorageError) -> [String] {
        let statement = try statement(.groups)
        defer { statement.reset() }
        var groups: [String] = []
        while try statement.step() { groups.append(try statement.text(0)) }
        return groups
    }

    /// Every membership of `group`, by ticker and first day.
    package func memberships(of group: String) throws(StorageError) -> [Membership] {
        let statement = try statement(.memberships)
        defer { statement.reset() }
        try statement.bind(group, at: 1)
        var memberships: [Membership] = []
        while try statement.step() {
            memberships.append(
                Membership(
                    group: try statement.text(0), ticker: try statement.text(1),
                    joinedOn: try statement.keyDay(2),
                    leftOn: statement.isNull(3) ? nil : try statement.day(3),
                    note: try statement.optionalText(4)))
        }
        return memberships
    }

    /// Every membership, by group, ticker and first day.
    package func allMemberships() throws(StorageError) -> [Membership] {
        var memberships: [Membership] = []
        for group in try groups() { memberships += try self.memberships(of: group) }
        return memberships
    }
}

extension ImportSession {
    /// Takes in memberships, known by group, company and first day; the first of a group makes
    /// it. A ticker that is no company's throws `.unknownSubject`, a group that is a company's
    /// ticker or the network's code `.codeTaken`.
    package func record(_ rows: [Lined<Membership>], from file: File) throws(StorageError) {
        let find = try Statement(
            """
            SELECT left_on, note
            FROM membership
            WHERE group_subject = ?1 AND company = ?2 AND joined_on = ?3
            """, on: database.connection)
        let insert = try Statement(
            """
            INSERT INTO membership (
                group_subject, company, joined_on, left_on, note, file, line)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
            ON CONFLICT DO UPDATE SET
                left_on = excluded.left_on,
                note = excluded.note,
                file = excluded.file,
                line = excluded.line
            """, on: database.connection)
        var tally = Tally()
        for row in rows {
            let membership = row.value
            let origin = file.origin(line: row.line)
            if let earlier = memberships.earlier(membership.key, membership.content, origin) {
                if earlier.content == membership.content {
                    tally.unchanged += 1
                } else {
                    try note(
                        Conflict(
                            subject: "\(membership.ticker) in \(membership.group)",
                            first: earlier.content.summary, firstOrigin: earlier.origin,
                            second: membership.summary, secondOrigin: origin))
                }
                continue
            }
            let key = [
                try group(membership.group, file, line: row.line),
                try company(membership.ticker),
                membership.joinedOn?.number ?? Day.unknownKey,
            ]
            for statement in [find, insert] {
                for (index, part) in key.enumerated() {
                    try statement.bind(part, at: Int32(index + 1))
                }
            }
            defer { find.reset() }
            let isKnown = try find.step()
            if isKnown, try find.optionalInteger(0) == membership.leftOn?.number,
                try find.optionalText(1) == membership.note
            {
                tally.unchanged += 1
                continue
            }
            try insert.bind(membership.leftOn?.number, at: 4)
            try insert.bind(membership.note, at: 5)
            try insert.bind(file.number, at: 6)
            try insert.bind(row.line, at: 7)
            try insert.run()
            if isKnown { tally.corrected += 1 } else { tally.inserted += 1 }
        }
        count(tally, of: file)
    }

    /// The number of the group with this code, which is made where there is none.
    private func group(_ code: String, _ file: File, line: Int) throws(StorageError) -> Int {
        if let subject = try subject(code) {
            guard subject.kind == .group else {
                throw .codeTaken(code: code, by: subject.kind, wanted: .group)
            }
            return subject.number
        }
        let insert = try Statement(
            "INSERT INTO subject (code, kind, file, line) VALUES (?1, 'group', ?2, ?3)",
            on: database.connection)
        try insert.bind(code, at: 1)
        try insert.bind(file.number, at: 2)
        try insert.bind(line, at: 3)
        try insert.run()
        return database.connection.lastInsertedRow
    }
}

extension Membership {
    fileprivate var key: Membership {
        Membership(group: group.lowercased(), ticker: ticker.lowercased(), joinedOn: joinedOn)
    }

    /// The row but for the letter case of its codes.
    fileprivate var content: Membership {
        var membership = key
        membership.leftOn = leftOn
        membership.note = note
        return membership
    }

    fileprivate var summary: String {
        (leftOn.map { "a member to \($0)" } ?? "still a member") + (note.map { " (\($0))" } ?? "")
    }
}
