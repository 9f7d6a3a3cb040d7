/// Lookups that have everything in common except one part, such as the subject: each box has those
/// that are answered together.
///
/// A lookup in a table whose rows are on several machines is a message to one of them, and waits for
/// it. A box is one message to each machine, with an array in place of the part that differs, and the
/// machines answer at the same time. So a report of 5,000 companies sends a few messages for each
/// metric and day, and not one for each company.
struct Boxes<Lookup, Shared: Hashable, Member: Hashable> {
    /// All lookups.
    let lookups: [Lookup]
    /// What the lookups of each box have in common.
    private(set) var shared: [Shared] = []
    /// Of each box, the indices of its lookups, by the part in which they differ.
    private var indices: [[Member: [Int]]] = []

    /// `parts` are what a lookup has in common with others and what is its own.
    init(_ lookups: [Lookup], _ parts: (Lookup) -> (shared: Shared, member: Member)) {
        self.lookups = lookups
        var boxes: [Shared: Int] = [:]
        for (index, lookup) in lookups.enumerated() {
            let (common, member) = parts(lookup)
            let box = boxes[common, default: shared.count]
            if box == shared.count {
                boxes[common] = box
                shared.append(common)
                indices.append([:])
            }
            indices[box][member, default: []].append(index)
        }
    }

    var isEmpty: Bool { shared.isEmpty }
    var count: Int { shared.count }

    /// The lookups of a box, which is counted from 1, for a member.
    func lookups(inBox number: Int, for member: Member) -> [Lookup] {
        guard indices.indices.contains(number - 1) else { return [] }
        return (indices[number - 1][member] ?? []).map { lookups[$0] }
    }

    /// Parameters 1 to 3: the members of all boxes one after the other, and where those of each box
    /// begin and end, counted from 1.
    func parameters(_ array: ([Member]) -> Parameter) -> [Parameter] {
        var members: [Member] = []
        var (starts, ends): ([Int], [Int]) = ([], [])
        for box in indices {
            starts.append(members.count + 1)
            members += box.keys
            ends.append(members.count)
        }
        return [array(members), .integers(starts), .integers(ends)]
    }
}

/// SQL for boxes of observations: tables for a WITH clause.
///
/// What is sent to the machines are the LATERAL subqueries. The planner must see the array as a column,
/// since it would send an expression with the arrays of all boxes; so `box` is MATERIALIZED.
enum BoxSQL {
    /// The members of a box by their codes, as an array of numbers. The codes are in lower case.
    static let subjectsByCode =
        "ARRAY(SELECT id FROM subject WHERE lower(code) = ANY (($1::text[])[first:last])) AS subjects"

    /// The members of a box by their numbers.
    static let subjectsByNumber = "($1::bigint[])[first:last] AS subjects"

    /// The columns of `box` that `latest` needs besides `subjects` and `metric`, from a last `day`.
    static func limits(day: String, knownOn: String) -> String {
        """
        \(day) AS day, \(knownOn) AS known_on,
        least(\(day), current_date) - \(recentDays) AS recent
        """
    }

    /// Most series that have something in the last days have few rows there; the others have few rows
    /// at all. So neither search reads many rows of any series.
    private static let recentDays = 10

    /// SQL: the vintages of a table `observation` were known on the day of their box.
    static let isKnown = "\(ObservationRow.publicFrom("observation")) <= box.known_on"

    /// The table `latest` from a table `box`: number of the box, subject, and last day of the latest
    /// period that ended by the day of the box and was known.
    static let latest = """
        near AS MATERIALIZED (
            SELECT number, latest.subject, latest.period_end
            FROM box
            CROSS JOIN LATERAL (
                SELECT subject, max(period_end) AS period_end
                FROM observation
                WHERE subject = ANY (box.subjects) AND metric = box.metric
                    AND period_end BETWEEN box.recent AND box.day AND \(isKnown)
                GROUP BY subject
            ) AS latest
        ), rest AS MATERIALIZED (
            SELECT
                number, metric, recent, known_on,
                ARRAY(SELECT unnest(subjects) EXCEPT SELECT unnest(found)) AS subjects
            FROM box
            LEFT JOIN (
                SELECT number, array_agg(subject) AS found FROM near GROUP BY number
            ) AS done USING (number)
        ), latest AS MATERIALIZED (
            SELECT * FROM near
            UNION ALL
            SELECT number, latest.subject, latest.period_end
            FROM (SELECT * FROM rest WHERE subjects <> '{}' OFFSET 0) AS box
            CROSS JOIN LATERAL (
                SELECT subject, max(period_end) AS period_end
                FROM observation
                WHERE subject = ANY (box.subjects) AND metric = box.metric
                    AND period_end < box.recent AND \(isKnown)
                GROUP BY subject
            ) AS latest
        )
        """
}
