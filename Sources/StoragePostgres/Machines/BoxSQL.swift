/// SQL for boxes of observations (`Boxes`): columns and tables for a WITH clause.
///
/// What is sent to the machines are the LATERAL subqueries, with the values of the columns of `box`
/// that they name. An expression that takes the array of one box from a parameter would be sent with
/// the whole parameter, the arrays of all boxes. So `box` is MATERIALIZED and has that array as
/// a column.
enum BoxSQL {
    /// The subjects of a box by their codes in lower case, as an array of numbers.
    static let subjectsByCode = """
        ARRAY(
            SELECT subject.id
            FROM unnest(($1::text[])[first:last]) AS asked (code)
            JOIN subject ON lower(subject.code) = asked.code
        ) AS subjects
        """

    /// The subjects of a box by their numbers.
    static let subjectsByNumber = "($1::bigint[])[first:last] AS subjects"

    /// The columns of `box` that `latest` needs besides its `number`, `subjects` and `metric`.
    static func limits(day: String, knownOn: String) -> String {
        "\(day) AS day, \(knownOn) AS known_on, least(\(day), current_date) AS recent"
    }

    /// SQL: the vintage `observation` was known on the day of its box.
    static let isKnown = "\(ObservationRow.publicFrom("observation")) <= box.known_on"

    /// Tables of which the last, `latest`, has the number of each box, its subjects, and for each
    /// of them the last day of the latest period that ended by the day of the box and was known.
    ///
    /// A machine reads all periods of a subject to find the last one. So the last days are searched
    /// first, in which a daily series has few, and what is not found there is searched further
    /// back.
    static let latest = {
        var tables = [
            """
            rest_0 AS MATERIALIZED (
                SELECT number, metric, day, known_on, recent, subjects
                FROM box
                WHERE subjects <> '{}'
            )
            """
        ]
        var newest = "box.day"
        for (step, back) in daysBack.enumerated() {
            if step > 0 { tables.append(rest(afterStep: step - 1)) }
            let from = back.map { "period_end >= box.recent - \($0) AND " } ?? ""
            tables.append(
                """
                found_\(step) AS MATERIALIZED (
                    SELECT number, latest.subject, latest.period_end
                    FROM rest_\(step) AS box
                    CROSS JOIN LATERAL (
                        SELECT subject, max(period_end) AS period_end
                        FROM observation
                        WHERE subject = ANY (box.subjects) AND metric = box.metric
                            AND \(from)period_end <= \(newest) AND \(isKnown)
                        GROUP BY subject
                    ) AS latest
                )
                """)
            newest = "box.recent - \((back ?? 0) + 1)"
        }
        let found = daysBack.indices.map { "SELECT * FROM found_\($0)" }
        tables.append("latest AS MATERIALIZED (\(found.joined(separator: " UNION ALL ")))")
        return tables.joined(separator: ", ")
    }()

    /// The boxes of the next step, with the subjects for which nothing was found.
    private static func rest(afterStep step: Int) -> String {
        """
        rest_\(step + 1) AS MATERIALIZED (
            SELECT *
            FROM (
                SELECT
                    number, metric, known_on, recent,
                    ARRAY(SELECT unnest(subjects) EXCEPT SELECT unnest(found)) AS subjects
                FROM rest_\(step)
                LEFT JOIN (
                    SELECT number, array_agg(subject) AS found FROM found_\(step) GROUP BY number
                ) AS done USING (number)
            ) AS rest
            WHERE subjects <> '{}'
        )
        """
    }

    /// How many days before the day of a box, or before today, each search goes back; nil for all
    /// days.
    private static let daysBack: [Int?] = [10, 400, nil]
}
