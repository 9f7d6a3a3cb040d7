import CSV

/// The records of a header: its first one, and those below it that belong to it.
struct HeaderRecords {
    /// The header, or the first row if the file has none.
    let first: CSVRecord
    /// The line of units, or the other lines of a `StackedHeader`.
    private(set) var others: [CSVRecord] = []
    /// The header if it has several lines.
    let stack: StackedHeader?
    /// The units of the fields, from the line below the header; empty texts for none.
    let units: [String]

    /// Reads the records; nil if there is none.
    ///
    /// - Throws: `CSVReader.Failure` if they cannot be read.
    init?(_ reader: inout CSVReader, _ format: FileFormat) throws(CSVReader.Failure) {
        guard try reader.nextFilled() else { return nil }
        first = reader.record
        while others.count + 1 < format.headerRecordCount, try reader.nextFilled() {
            others.append(reader.record)
        }
        let texts = ([first] + others).map(\.shownTexts)
        stack = format.stackedHeader == nil ? nil : StackedHeader(texts)
        units = format.context.hasUnitLine ? others.first?.units ?? [] : []
    }
}
