import Mining

/// Figures of one subject, such as the network or a group: a row for each, compared with its
/// base.
struct FigureTable {
    /// The code of the subject.
    let subject: String
    let lines: [ComparedFigure]
    /// Whether the figures are sums over members, so that programs get how many each has.
    var countsMembers = false

    /// The table; `digits` is how many digits after the point the user asked for.
    func table(_ title: String, name: String, digits: Int?) -> Table {
        Table(
            name: name, title: title,
            columns: Self.columns(
                digits: digits, areCompared: lines.contains { $0.before != nil },
                haveBases: lines.contains { $0.since != nil })
                + (countsMembers ? ReportColumn.coverage + [.changeMembers, .likeForLike] : []),
            lines: lines)
    }

    static func empty(_ title: String, name: String) -> Table {
        Table(
            name: name, title: title,
            columns: columns(digits: nil, areCompared: false, haveBases: false), lines: [])
    }

    /// People see the columns of changes only if a line has a base. `haveBases` says that lines have
    /// bases of their own.
    private static func columns(digits: Int?, areCompared: Bool, haveBases: Bool)
        -> [ReportColumn<ComparedFigure>]
    {
        let audience = areCompared ? Column.Audience.everyone : .programs
        return [
            .code, .title, .value(digits: digits), .unit, .low, .high,
        ] + (haveBases ? [.since] : []) + [
            .previous(digits: digits, audience: audience),
            .change(digits: digits, audience: audience),
            .percentChange(digits: digits, audience: audience),
        ]
    }

    /// How each figure was computed.
    ///
    /// Figures whose base is `base` are of `day`; all others are over `period`.
    func explainedFigures(
        of period: Period, on day: Period? = nil, since base: Period? = nil
    ) -> [ExplainedFigure] {
        lines.map { line in
            let isOfDay = base != nil && line.since == base
            return ExplainedFigure(
                definition: line.definition, subject: subject,
                period: "\(isOfDay ? day ?? period : period)", figure: line.now)
        }
    }
}

// MARK: - Notes

extension FigureTable {
    /// Which figures lack data, which sums lack members, which method was used and why a change
    /// is not shown. The table of companies tells which members have a figure.
    var notes: [String] {
        let unsupported = lines.filter { line in
            line.now.expression == nil && line.now.coverage.map { $0.known > 0 } ?? false
        }.map(\.definition.title)
        let summary =
            unsupported.isEmpty
            ? []
            : [
                "Fewer than half of the members have \(unsupported.joined(separator: ", ")): "
                    + "no sum is shown."
            ]
        return summary + missingDataNotes + lines.flatMap(notes)
            + ComparedFigure.missingBaseNotes(lines)
    }

    /// One sentence for all figures that lack data for the same reason. Sums over members are
    /// left out: the table of companies says enough about them.
    private var missingDataNotes: [String] {
        let missing = lines.filter { $0.now.expression == nil && $0.now.coverage == nil }
        var reasons: [String] = []
        for line in missing where !reasons.contains(line.now.missingReason) {
            reasons.append(line.now.missingReason)
        }
        return reasons.map { reason in
            let lines = missing.filter { $0.now.missingReason == reason }
            let titles = lines.map(\.definition.title).joined(separator: ", ")
            return lines.allSatisfy(\.now.isUndefined)
                ? "\(titles): no value, because \(reason)."
                : "\(titles): not enough data: \(reason)."
        }
    }

    /// `BTC held: 2 of 10 members' figures are carried from an earlier day (BITF 2025-04-30, HUT
    /// 2025-06-30).`; nil if none is.
    private func carriedNote(_ line: ComparedFigure, _ coverage: Coverage) -> String? {
        guard let counted = line.now.counted, !coverage.carried.isEmpty else { return nil }
        let figures = coverage.carried.map { ticker in
            let day = counted.over([ticker])?.inputs.map(\.observation.period.last).max()
            return ([ticker] + [day?.description].compactMap(\.self)).joined(separator: " ")
        }
        let count = coverage.carried.count
        return "\(line.definition.title): \(count) of \(coverage.known) members' figures "
            + "\(count == 1 ? "is" : "are") carried from an earlier day "
            + "(\(figures.joined(separator: ", ")))."
    }

    private func notes(on line: ComparedFigure) -> [String] {
        guard line.now.expression != nil else { return [] }
        let title = line.definition.title
        var notes: [String] = []
        if let coverage = line.now.coverage {
            if !coverage.missing.isEmpty {
                notes.append(
                    "\(title) is the sum of \(coverage.known) of \(coverage.all) members.")
            }
            notes += [carriedNote(line, coverage)].compactMap(\.self)
        }
        if let note = line.mismatchNote ?? line.likeForLikeNote {
            notes.append(note)
        } else if let basis = line.now.basis {
            notes.append("\(title): \(basis).")
        }
        if let since = line.since { notes += line.ageNotes(since: since) }
        return notes
    }
}
