import Bookkeeping
import Mining

/// Rows of the table of observations, as they are sent to the server.
enum WrittenRows {
    static let columns = """
        subject, metric, period_end, period_start, published_on, source, value, unit, decimals, status,
        file, line, note
        """

    /// SQL: a row `new` has the key of a row of `table`.
    static func isKey(of table: String) -> String {
        ["subject", "metric", "period_end", "period_start", "published_on", "source"]
            .map { "\(table).\($0) = new.\($0)" }.joined(separator: " AND ")
    }

    /// The rows as a table `new`, with their numbers, counted from 1.
    static let table = """
        (
            SELECT
                number, subject, metric, period_end, period_start, published_on, source, value, unit, decimals,
                status, $11::bigint AS file, line, note
            FROM unnest(
                $1::bigint[], $2::bigint[], $3::date[], $4::date[], $5::date[], $6::bigint[],
                $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[], $12::bigint[], $13::text[])
                WITH ORDINALITY AS row (
                    subject, metric, period_end, period_start, published_on, source, value, unit,
                    decimals, status, line, note, number)
        ) AS new
        """

    /// A table `new` of the first row, in which the planner sees constants.
    static let tableOfOne = """
        (
            SELECT
                ($1::bigint[])[1] AS subject, ($2::bigint[])[1] AS metric, ($3::date[])[1] AS period_end,
                ($4::date[])[1] AS period_start, ($5::date[])[1] AS published_on,
                ($6::bigint[])[1] AS source, ($7::bigint[])[1] AS value, ($8::bigint[])[1] AS unit,
                ($9::bigint[])[1] AS decimals, ($10::bigint[])[1] AS status, $11::bigint AS file,
                ($12::bigint[])[1] AS line, ($13::text[])[1] AS note
        ) AS new
        """

    /// Replaces the contents of the observations that have the keys of a table `new`.
    static func update(from table: String) -> String {
        """
        UPDATE observation
        SET value = new.value, unit = new.unit, decimals = new.decimals, status = new.status,
            file = new.file, line = new.line, note = new.note
        FROM \(table)
        WHERE \(isKey(of: "observation"))
        """
    }

    /// Inserts the rows of `table`.
    static let insert =
        "INSERT INTO observation (\(columns)) SELECT \(columns) FROM \(table)"

    /// The parameters of `table`.
    static func parameters(_ rows: [KeyedRow], of batch: NumberedBatch) -> [Parameter] {
        let contents = rows.map { batch.rows[$0.index] }
        let notes = batch.batch.notes
        return [
            .integers(rows.map(\.key.subject)), .integers(rows.map(\.key.metric)),
            .days(rows.map(\.key.periodEnd)), .days(rows.map(\.key.periodStart)),
            .days(rows.map(\.key.publicationDay)), .integers(rows.map(\.key.source)),
            .integers(contents.map { Int($0.value.digits) }),
            .integers(contents.map(\.value.unit.rawValue)),
            .integers(contents.map(\.value.decimals)), .integers(contents.map(\.status.rawValue)),
            .integer(batch.file), .integers(contents.map(\.line)),
            .texts(contents.map { row in row.note.map { notes.bytes[notes.range(of: Int($0))] } }),
        ]
    }

    /// The rows for COPY, in the order of `columns`.
    static func copyText(_ rows: [KeyedRow], of batch: NumberedBatch) -> [UInt8] {
        var text = CopyText(reserving: rows.count * 96)
        for row in rows {
            let (key, content) = (row.key, batch.rows[row.index])
            text.append(key.subject)
            text.append(key.metric)
            text.append(content.period.last)
            text.append(content.period.first)
            text.append(content.publishedOn)
            text.append(key.source)
            text.append(Int(content.value.digits))
            text.append(content.value.unit.rawValue)
            text.append(content.value.decimals)
            text.append(content.status.rawValue)
            text.append(batch.file)
            text.append(content.line)
            let notes = batch.batch.notes
            text.append(content.note.map { notes.bytes[notes.range(of: Int($0))] })
            text.endRow()
        }
        return text.bytes
    }
}
