import Importing

/// Reads the next batch of a file in the background while the caller writes the last one. Reading
/// and writing take about the same time, so two cores halve it.
final class ReadAhead {
    private let reader: Reader
    private var background: Background?

    init(_ rows: ImportRows) { reader = Reader(rows) }

    /// The next batch, as `ImportRows.next` gives it.
    func next(reporting diagnostics: inout Diagnostics) throws(ImportFailure)
        -> (batch: ImportBatch, rowCount: Int)?
    {
        if let background { background.wait() } else { reader.read() }
        background = nil
        let found = try reader.take(reporting: &diagnostics)
        if found != nil, !reader.isAtEnd {
            background = Background { [reader] in reader.read() }
        }
        return found
    }

    /// What reads a batch, on either thread, and keeps it until it is taken.
    ///
    /// Unchecked, because only one thread uses it at a time: the second one from its start until
    /// the first has waited for it.
    private final class Reader: @unchecked Sendable {
        private var rows: ImportRows
        private var found: Result<ImportBatch?, ImportFailure> = .success(nil)
        private var diagnostics = Diagnostics()

        init(_ rows: ImportRows) { self.rows = rows }

        var isAtEnd: Bool { rows.isAtEnd }

        func read() {
            do throws(ImportFailure) {
                found = .success(try rows.next(reporting: &diagnostics))
            } catch {
                found = .failure(error)
            }
        }

        func take(reporting all: inout Diagnostics) throws(ImportFailure)
            -> (batch: ImportBatch, rowCount: Int)?
        {
            all.append(diagnostics)
            diagnostics = Diagnostics()
            return try found.get().map { ($0, rows.rowCount) }
        }
    }
}
