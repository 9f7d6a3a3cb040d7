import Mining

/// Where the parts of a membership stand: `group,ticker,joined_on,left_on,note`.
struct GroupColumns {
    var group, ticker: Column
    var joinedOn, leftOn, note: Column?

    init?(_ header: inout Header) {
        let group = header.required("group")
        let ticker = header.required("ticker")
        joinedOn = header.optional("joined_on")
        leftOn = header.optional("left_on")
        note = header.optional("note")
        guard let group, let ticker else { return nil }
        self.group = group
        self.ticker = ticker
    }
}

/// Reads memberships of companies that the roster has; groups come into being by them.
struct GroupRows: RowReader {
    var values: [Located<Membership>] = []
    let columns: GroupColumns
    let roster: Roster

    static func batch(_ memberships: [Located<Membership>]) -> ImportBatch {
        .memberships(memberships)
    }

    mutating func read(_ row: inout Row, _ counts: inout ImportCounts) {
        let group = row.requiredText(columns.group)
        let ticker = row.ticker(columns.ticker, in: roster)
        let days = row.days(from: columns.joinedOn, to: columns.leftOn)
        let note = row.optionalText(columns.note)
        guard let group else { return }
        let bearer = roster.bearer(of: group)
        if let bearer, bearer.kind != .group {
            row.report(columns.group, .takenCode(group, by: bearer.kind))
        }
        guard let ticker else { return }
        values.append(
            Located(
                value: Membership(
                    group: bearer?.code ?? group, ticker: ticker, joinedOn: days.from,
                    leftOn: days.to, note: note),
                line: row.line))
        counts.values += 1
    }
}
