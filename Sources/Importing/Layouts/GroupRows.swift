import Mining

/// The columns of memberships: `group,ticker,joined_on,left_on,note`.
struct GroupColumns {
    var group, ticker: FileColumn
    var joinedOn, leftOn, note: FileColumn?

    /// Takes the columns; nil if a required one is missing, which is reported.
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

/// Reads memberships of companies in the roster. The first member of a group creates the group.
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
        let note = row.optionalLine(columns.note)
        guard let group else { return }
        let known = roster.subject(withCode: group)
        if let known, known.kind != .group {
            row.report(columns.group, .codeInUse(group, by: known.kind))
        }
        guard let ticker else { return }
        values.append(
            Located(
                value: Membership(
                    group: known?.code ?? group, ticker: ticker, joinedOn: days.from,
                    leftOn: days.to, note: note),
                line: row.line))
        counts.values += 1
    }
}
