import CSV
import Mining

/// The figures of a company's facts as records. The first record is the header.
///
/// Files of the SEC usually have a single line. The line of a record is then its number among the
/// records, so that the book can tell the rows apart; places have the path of the fact.
final class CompanyFactsRecords: RecordSource {
    private static let header = [
        "ticker", "metric", "period", "value", "unit", "published_on", "source", "status", "note",
    ]

    /// A row, and where its first fact is.
    private struct Row {
        let cells: [String]
        let fact: Fact
    }

    private lazy var rows: [Row] = makeRows()
    private lazy var isOneLine = Set(rows.map(\.fact.line)).count == 1
    private let metrics: () -> [MetricFacts]
    private let subject: String
    private let cik: Int
    /// The next row; −1 for the header.
    private var next = -1

    /// `metrics` is called for the first row after the header. `subject` is what the rows have as
    /// their company.
    init(subject: String, cik: Int, _ metrics: @escaping () -> [MetricFacts]) {
        self.metrics = metrics
        self.subject = subject
        self.cik = cik
    }

    private func makeRows() -> [Row] {
        var rows: [Row] = []
        for metric in metrics() {
            for figure in metric.figures {
                rows.append(
                    Row(
                        cells: [
                            subject, metric.metric.code, figure.period, figure.value, figure.unit,
                            figure.fact.filed?.text ?? "", figure.fact.source(cik: cik),
                            figure.status.name, figure.note,
                        ], fact: figure.fact))
            }
            for fact in metric.unreadable {
                let period = [fact.start?.text, fact.end?.text].compactMap(\.self)
                rows.append(
                    Row(
                        cells: [
                            subject, metric.metric.code, period.joined(separator: "/"), fact.value,
                            fact.unit, fact.filed?.text ?? "", fact.source(cik: cik),
                            Status.reported.name, fact.tag,
                        ], fact: fact))
            }
        }
        return rows
    }

    func next(into record: inout CSVRecord) throws(CSVReader.Failure) -> Bool {
        guard next < 0 || next < rows.count else { return false }
        let cells = next < 0 ? Self.header : rows[next].cells
        let line = next < 0 ? 1 : isOneLine ? next + 2 : rows[next].fact.line
        for cell in cells { record.append(Array(cell.utf8).span, line: line) }
        next += 1
        return true
    }

    func place(of field: Int?, in record: CSVRecord) -> RecordPlace {
        place(ofRow: next - 1) ?? .line(record.line)
    }

    func place(ofField field: Int, line: Int) -> RecordPlace? {
        // Of several facts on a line it is not known which one is meant.
        isOneLine ? place(ofRow: line - 2) : nil
    }

    private func place(ofRow index: Int) -> RecordPlace? {
        guard rows.indices.contains(index) else { return nil }
        return .path(rows[index].fact.path, line: rows[index].fact.line)
    }
}
