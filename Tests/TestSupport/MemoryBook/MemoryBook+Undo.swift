import Bookkeeping
import Mining

extension MemoryBook {
    package func retract(
        _ observation: Observation, version: String, at moment: Timestamp
    ) throws(BookError) -> Int? {
        let found = rows.rows.first { _, row in
            guard case .observation(var stored) = row.content else { return false }
            stored.origin = observation.origin
            return stored.subject.lowercased() == observation.subject.lowercased()
                && stored.metric == observation.metric && stored.period == observation.period
                && stored.publishedOn == observation.publishedOn
                && ExactText(stored.source) == ExactText(observation.source)
        }
        guard let (key, old) = found else { return nil }
        let number = try MemoryImportStore(self).addImport(version: version, at: moment)
        rows.rows[key] = nil
        rows.corrections.append(
            .init(key: key, old: old, byImport: number, isDeletion: true, at: moment))
        return number
    }

    package func replacedObservations(
        of subject: String, metric: Metric?
    ) throws(BookError) -> [ReplacedObservation] {
        rows.corrections.compactMap { correction in
            guard case .observation(var old) = correction.old.content,
                old.subject.lowercased() == subject.lowercased(),
                (metric ?? old.metric) == old.metric
            else { return nil }
            old.origin = correction.old.place.map(rows.origin)
            return ReplacedObservation(
                old: old, isDeleted: correction.isDeletion, at: correction.at,
                importNumber: correction.byImport)
        }
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
        let retracted = Set(
            rows.corrections.filter { $0.isDeletion && $0.byImport == number }.map(\.key))
        for (index, correction) in rows.corrections.enumerated() {
            let wasRetracted = rows.corrections[..<index].contains {
                $0.isDeletion && $0.byImport == number && $0.key == correction.key
            }
            guard wasRetracted || rows.importNumber(of: correction.old) == number,
                let by = correction.byImport, by != number, standing.contains(by)
            else { continue }
            let (title, period) = Self.title(correction.old.content)
            found.append(
                correction.isDeletion
                    ? .retracted(row: title, period: period, by: by)
                    : .corrected(row: title, period: period, by: by))
        }
        for key in retracted {
            guard let row = rows.rows[key] else { continue }
            let (title, period) = Self.title(row.content)
            found.append(.added(row: title, period: period, by: rows.importNumber(of: row)))
        }
        let corrected = Set(rows.corrections.filter { $0.byImport == number }.map(\.key))
        let added = rows.rows.filter { key, row in
            rows.importNumber(of: row) == number && !corrected.contains(key)
        }
        let others = rows.rows.values.filter { rows.importNumber(of: $0) != number }
            .map { (content: $0.content, number: rows.importNumber(of: $0)) }
        let gone = rows.corrections.filter { correction in
            correction.isDeletion && correction.byImport.map(standing.contains) ?? false
        }.map { (content: $0.old.content, number: $0.byImport) }
        for other in others + gone {
            for name in Self.names(other.content) {
                guard let code = name?.lowercased(), let subject = rows.subjects[code],
                    added[.subject(subject)] != nil
                else { continue }
                found.append(
                    .named(
                        subject: Self.code(rows.rows[.subject(subject)]?.content) ?? code,
                        by: other.number))
            }
        }
        return found
    }

    package func takeBack(_ number: Int, at moment: Timestamp) throws(BookError) -> Undoing {
        var undoing = Undoing()
        for correction in rows.corrections where correction.isDeletion {
            guard correction.byImport == number else { continue }
            rows.rows[correction.key] = correction.old
            undoing.restored += 1
        }
        for (key, row) in rows.rows where rows.importNumber(of: row) == number {
            let before = rows.corrections.first { $0.key == key && $0.byImport == number }
            rows.corrections.append(
                .init(key: key, old: row, byImport: nil, isDeletion: before == nil, at: moment))
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
