import Bookkeeping
import Mining

/// Whole lists.
extension PostgresBook {
    package func allClaims() throws(BookError) -> [Claim] {
        if let claims = answers?.allClaims { return claims }
        let claims = try read(
            """
            \(ClaimRow.selectAll)
            ORDER BY
                publisher, subject.code, figure, on_end, on_start, since_end, since_start,
                published_on, source.text
            """
        ).all { (row) throws(BookError) in try ClaimRow.read(row) }
        answers?.allClaims = claims
        return claims
    }

    package func sources() throws(BookError) -> [SourceUse] {
        try read(
            """
            SELECT text, sum(observations)::bigint, sum(claims)::bigint
            FROM (
                SELECT source, count(*) AS observations, 0 AS claims
                FROM observation GROUP BY source
                UNION ALL
                SELECT source, 0, count(*) FROM claim GROUP BY source
            ) AS uses
            JOIN source ON source.id = source
            WHERE text <> ''
            GROUP BY text
            ORDER BY text
            """
        ).all { (row) throws(BookError) in
            SourceUse(
                text: try row.text(0), observations: try row.integer(1),
                claims: try row.integer(2))
        }
    }

    package func imports() throws(BookError) -> [ImportRecord] {
        let rows = try read([
            Query(
                sql: """
                    SELECT
                        number, recorded, version, undone, nullif(by_user, ''), host, import_file.id,
                        name, sha256, kind, inserted, unchanged, restated, corrected
                    FROM import
                    LEFT JOIN import_file ON import_file.import = number
                    ORDER BY number, import_file.id
                    """),
            Query(
                sql: """
                    SELECT correction.import, \(ObservationRow.columns(of: "correction"))
                    FROM correction
                    LEFT JOIN LATERAL (
                        -- Its subject may have been deleted since.
                        SELECT coalesce(
                            (SELECT code FROM subject WHERE id = correction.subject),
                            (SELECT max(code) FROM subject_correction AS old
                                WHERE old.subject = correction.subject),
                            '') AS code
                    ) AS subject ON true
                    \(ObservationRow.joins(to: "correction"))
                    WHERE change = 'delete' AND correction.import IS NOT NULL
                    ORDER BY correction.id
                    """),
        ])
        var retracted: [Int: [Observation]] = [:]
        for row in rows[1] {
            if Metric(rawValue: try ObservationRow.metric(row, from: 1)) == nil { continue }
            retracted[try row.integer(0), default: []].append(
                try ObservationRow.read(row, from: 1))
        }
        var imports: [ImportRecord] = []
        for row in rows[0] {
            let number = try row.integer(0)
            if imports.last?.number != number {
                imports.append(
                    ImportRecord(
                        number: number, recorded: try row.moment(1), version: try row.text(2),
                        undone: try row.optionalMoment(3), files: [],
                        retracted: retracted[number] ?? [], user: try row.optionalText(4),
                        host: try row.optionalText(5)))
            }
            guard !row.isNull(6) else { continue }
            guard let kind = FileKind(rawValue: try row.text(9)) else { throw row.unreadable(9) }
            imports[imports.count - 1].files.append(
                ImportRecord.File(
                    name: try row.text(7), sha256: try row.text(8), kind: kind,
                    rowCounts: RowCounts(
                        inserted: try row.integer(10), unchanged: try row.integer(11),
                        restated: try row.integer(12), corrected: try row.integer(13))))
        }
        return imports
    }

    package func replacedObservations(
        of subject: String, metric: Metric?
    ) throws(BookError) -> [ReplacedObservation] {
        let rows = try read(
            """
            SELECT
                change = 'delete', corrected_at, correction.import,
                \(ObservationRow.columns(of: "correction"))
            FROM correction
            JOIN subject ON subject.id = correction.subject
            \(ObservationRow.joins(to: "correction"))
            WHERE lower(subject.code) = lower($1 COLLATE "C")
                AND (metric = $2 OR $2 IS NULL)
            ORDER BY correction.id
            """, [.text(subject), .integer(metric?.rawValue)])
        var replaced: [ReplacedObservation] = []
        for row in rows where Metric(rawValue: try ObservationRow.metric(row, from: 3)) != nil {
            replaced.append(
                ReplacedObservation(
                    old: try ObservationRow.read(row, from: 3),
                    isDeleted: try row.integer(0) == 1, at: try row.moment(1),
                    importNumber: try row.optionalInteger(2)))
        }
        return replaced.sortingRuns()
    }

    package func everyObservation() throws(BookError) -> any ObservationWalk {
        try PostgresObservationWalk(self)
    }
}

extension [ReplacedObservation] {
    /// Sorts what was changed at once, which the server does in any order, by metric, period, publication
    /// date and source.
    fileprivate func sortingRuns() -> [ReplacedObservation] {
        var sorted = self
        var start = 0
        for index in indices.dropFirst() + [endIndex]
        where index == endIndex || !self[index - 1].isOfOneChange(with: self[index]) {
            sorted[start..<index] =
                sorted[start..<index].enumerated().sorted {
                    $0.element.old.precedes($1.element.old)
                        ?? ($0.offset < $1.offset)
                }.map(\.element)[...]
            start = index
        }
        return sorted
    }
}

extension ReplacedObservation {
    fileprivate func isOfOneChange(with other: ReplacedObservation) -> Bool {
        isDeleted == other.isDeleted && at == other.at && importNumber == other.importNumber
    }
}

extension Observation {
    /// Whether it comes before another of its subject; nil if the two have the same key.
    fileprivate func precedes(_ other: Observation) -> Bool? {
        if metric != other.metric { return metric.rawValue < other.metric.rawValue }
        if period != other.period { return period < other.period }
        if publishedOn != other.publishedOn {
            return (publishedOn ?? .first) < (other.publishedOn ?? .first)
        }
        return source.utf8.elementsEqual(other.source.utf8)
            ? nil : source.utf8.lexicographicallyPrecedes(other.source.utf8)
    }
}
