import Bookkeeping
import Mining

extension MemoryBook {
    package func delete(_ observation: Observation) throws(BookError) -> Bool {
        let found = rows.rows.first { _, row in
            guard case .observation(var stored) = row.content else { return false }
            stored.origin = observation.origin
            return stored.subject.lowercased() == observation.subject.lowercased()
                && stored.metric == observation.metric && stored.period == observation.period
                && stored.publishedOn == observation.publishedOn
                && ExactText(stored.source) == ExactText(observation.source)
        }
        guard let (key, old) = found else { return false }
        rows.rows[key] = nil
        rows.corrections.append(.init(key: key, old: old, byImport: nil))
        return true
    }

    package func undoing(of number: Int) throws(BookError) -> Timestamp? {
        guard let record = rows.imports.first(where: { $0.number == number }) else {
            throw .noSuchImport(number: number, last: rows.imports.last?.number)
        }
        return record.undone
    }

    package func dependences(on number: Int) throws(BookError) -> [Dependence] {
        let standing = Set(rows.imports.filter { $0.undone == nil }.map(\.number))
        var found: [Dependence] = []
        for correction in rows.corrections where rows.importNumber(of: correction.old) == number {
            guard let by = correction.byImport, by != number, standing.contains(by) else {
                continue
            }
            let (title, period) = Self.title(correction.old.content)
            found.append(.corrected(row: title, period: period, by: by))
        }
        let corrected = Set(rows.corrections.filter { $0.byImport == number }.map(\.key))
        let added = rows.rows.filter { key, row in
            rows.importNumber(of: row) == number && !corrected.contains(key)
        }
        for row in rows.rows.values where rows.importNumber(of: row) != number {
            for name in Self.names(row.content) {
                guard let code = name?.lowercased(), let subject = rows.subjects[code],
                    added[.subject(subject)] != nil
                else { continue }
                found.append(
                    .named(
                        subject: Self.code(rows.rows[.subject(subject)]?.content) ?? code,
                        by: rows.importNumber(of: row)))
            }
        }
        return found
    }

    package func takeBack(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing {
        var undoing = Undoing()
        for (key, row) in rows.rows where rows.importNumber(of: row) == number {
            rows.corrections.append(.init(key: key, old: row, byImport: nil))
            let before = rows.corrections.first { $0.key == key && $0.byImport == number }
            rows.rows[key] = before?.old
            if before == nil { undoing.removed += 1 } else { undoing.restored += 1 }
            if before == nil, let code = Self.code(row.content) {
                rows.subjects[code.lowercased()] = nil
            }
        }
        for index in rows.imports.indices where rows.imports[index].number == number {
            rows.imports[index].undone = moment
        }
        return undoing
    }

    /// The subjects that a row names, apart from its own.
    private static func names(_ content: MemoryRows.Content) -> [String?] {
        switch content {
        case .network, .group: []
        case .company(let company): [company.parent]
        case .alias(let alias): [alias.ticker]
        case .shareBasis(let basis): [basis.ticker]
        case .membership(let membership): [membership.group, membership.ticker]
        case .claim(let claim): [claim.subject]
        case .observation(let observation): [observation.subject]
        }
    }

    private static func code(_ content: MemoryRows.Content?) -> String? {
        switch content {
        case .company(let company): company.ticker
        case .group(let code): code
        default: nil
        }
    }

    private static func title(_ content: MemoryRows.Content) -> (String, Period?) {
        switch content {
        case .network, .group: ("rows", nil)
        case .company(let company): (company.ticker, nil)
        case .alias(let alias): ("alias \(alias.alias)", nil)
        case .shareBasis(let basis): ("share basis of \(basis.ticker)", nil)
        case .membership(let membership):
            ("membership of \(membership.ticker) in \(membership.group)", nil)
        case .claim(let claim): ("\(claim.publisher)'s claim of \(claim.figure)", claim.on)
        case .observation(let observation):
            ("\(observation.subject) \(observation.metric)", observation.period)
        }
    }
}
