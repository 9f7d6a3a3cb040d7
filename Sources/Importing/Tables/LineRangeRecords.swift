import CSV

/// The records of some lines of a table that is not CSV.
final class LineRangeRecords: RecordSource {
    private let source: any RecordSource
    private let lines: ClosedRange<Int>

    init(_ source: any RecordSource, lines: ClosedRange<Int>) {
        self.source = source
        self.lines = lines
    }

    func next(into record: inout CSVRecord) throws(CSVReader.Failure) -> Bool {
        var other = CSVRecord()
        while try source.next(into: &other) {
            if lines.contains(other.line) {
                record = other
                return true
            }
            other = CSVRecord()
        }
        return false
    }

    func place(of field: Int?, in record: CSVRecord) -> RecordPlace {
        source.place(of: field, in: record)
    }

    func place(ofField field: Int, line: Int) -> RecordPlace? {
        source.place(ofField: field, line: line)
    }

    var problem: (any Error)? { source.problem }
}
