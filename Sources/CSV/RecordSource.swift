/// Gives records that are not CSV text: the rows of a sheet, or of a JSON file.
///
/// With it a `CSVReader` reads tables of other formats like CSV, so that everything after it needs
/// to know only records.
package protocol RecordSource: AnyObject {
    /// Fills `record`, which has no fields, with the next record. False at the end of the table;
    /// then `record` must stay as it is.
    ///
    /// - Throws: `CSVReader.Failure.damaged` if the rest of the table cannot be read.
    func next(into record: inout CSVRecord) throws(CSVReader.Failure) -> Bool

    /// The place of a field of `record`, which is the last record; the place of the whole record if
    /// `field` is nil.
    func place(of field: Int?, in record: CSVRecord) -> RecordPlace

    /// The place of a field of the record on `line`, which may have been read long ago; nil if only
    /// places in the last record are known.
    func place(ofField field: Int, line: Int) -> RecordPlace?

    /// Why the last record as a whole must not be used; nil if nothing is wrong with it.
    var problem: (any Error)? { get }
}

extension RecordSource {
    package func place(ofField field: Int, line: Int) -> RecordPlace? { nil }

    package var problem: (any Error)? { nil }
}

/// Where a record or a field is in its file, in the terms of the file's format.
package enum RecordPlace: Sendable, Hashable {
    /// The whole file.
    case file
    /// A line of a text file: 14.
    case line(Int)
    /// A cell of a sheet, such as `C14`, or the row of `line`.
    case cell(String, line: Int)
    /// A value of a JSON file on a line: `hashrates[3].timestamp`.
    case path(String, line: Int)

    /// The line of a text, or the row of a sheet; the first one is 1.
    package var line: Int {
        switch self {
        case .file: 1
        case .line(let line), .cell(_, let line), .path(_, let line): line
        }
    }
}
