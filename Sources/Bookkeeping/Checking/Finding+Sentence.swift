import Mining

extension Finding: CustomStringConvertible {
    /// A sentence without its full stop, with what to do where that is not obvious.
    package var description: String {
        if let figure = observation, let remark {
            return "\(figure.subject) \(figure.metric) \(figure.period): \(remark)"
        }
        return switch self {
        case .structure(let text): "the file is damaged: \(text)"
        case .unprotected:
            "the file has no checksums, so damage to figures may not be noticed; the next command that "
                + "writes to it, such as init, adds them"
        case .changedByOthers:
            "another program has written to the file, so it has no valid checksums and damage may not "
                + "be noticed; the next command that writes to it, such as import, makes them valid"
        case .writtenByOthers(let table, let rows):
            "another program wrote \(rows) \(rows == 1 ? "row" : "rows") of \(table), which no import "
                + "has"
        case .schema(let difference, _): difference
        case .orphan(let table, let missing): "a row of \(table) names a \(missing) that is missing"
        case .unreadable(let row): "\(row.row): \(row.column) holds \(row.value), which cannot be"
        case .sharedCIK(let cik, let tickers):
            "\(tickers.joined(separator: ", ")) have the CIK \(cik), but a company has its own: "
                + "import the right ones, or undo the import that set it"
        case .circularParents(let tickers):
            "the parents of \(tickers.joined(separator: ", ")) lead back to \(tickers[0]), so that "
                + "reports count none of them: give one of them another parent, or undo the import "
                + "that set it"
        case .countedTwice(let overlap):
            "\(overlap.group): \(overlap.subsidiary) and \(overlap.parent), which consolidates it, "
                + "are both members \(overlap.period.spelled); reports leave \(overlap.subsidiary) "
                + "out: end one of the two with left_on"
        case .sharedAlias(let alias, .subject(let subject)):
            "the alias \(alias.alias) of \(alias.ticker) is the code of a \(subject.kind.rawValue)"
        case .sharedAlias(let alias, .alias(let other)):
            "the alias \(alias.alias) of \(alias.ticker) is one of \(other.ticker) on the same days"
        case .repeatedSource(let text): "the source \"\(text)\" is stored more than once"
        case .minedTooMuch(let group, let period, let mined, let issued):
            "\(group) btc_mined \(period): the members together mined \(mined), more than the "
                + "\(issued) that the whole network creates"
        case .longInstant, .negative, .implausible, .restatedTenfold, .misfit: code
        }
    }

    /// What is wrong with a figure, after its subject, metric and period; nil if it is not about
    /// one figure.
    private var remark: String? {
        switch self {
        case .longInstant: "is a figure at a date, but spans several days"
        case .negative(let figure): "is \(figure.value), and cannot be below zero"
        case .implausible(let figure, let reason):
            "is \(figure.value), \(reason.sentence(about: figure.metric))"
        case .restatedTenfold(let vintage):
            "is \(vintage.figure.value), \(vintage.error.sentence(beside: "\(vintage.other.value)"))"
                + ", another vintage (\(vintage.other.place)); "
                + vintage.error.question(about: vintage.figure.value)
        case .misfit(let misfit): misfit.remark
        default: nil
        }
    }
}

extension Misfit {
    /// What is wrong with its first figure.
    fileprivate var remark: String {
        switch self {
        case .marketCap(let mismatch, let earlier):
            "is \(mismatch.published.value), \(mismatch.sentence)"
                + (earlier > 0 ? " (\(earlier) earlier, too)" : "")
        case .fairValue(let mismatch):
            "is \(mismatch.fairValue.value), but btc_held × btc_price is \(mismatch.computed) "
                + "(\(mismatch.held.value)); \(mismatch.question)"
        case .disproportion(let found): "is \(found.figure.value), \(found.sentence)"
        case .aboveNetwork(let found): "is \(found.figure.value), \(found.sentence)"
        }
    }
}

extension Observation {
    /// Where and when it was published, for a message.
    fileprivate var place: String {
        let day = publishedOn.map { "published on \($0)" } ?? "of unknown date"
        return source.isEmpty ? day : "\(day), \(source)"
    }
}

extension Period {
    /// `from 2025-09-01 to 2025-12-31`; an open end is left out.
    fileprivate var spelled: String {
        switch (first == .first, last == .last) {
        case (true, true): "at all times"
        case (true, false): "until \(last)"
        case (false, true): "from \(first) on"
        case (false, false): "from \(first) to \(last)"
        }
    }
}
