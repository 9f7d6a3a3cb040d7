/// The kinds of inputs, and what is done with each.
enum FuzzKind: String, CaseIterable {
    /// A file of figures in CSV.
    case csv
    /// A file of values, one per line.
    case values
    /// A file of periods, one per line.
    case periods
    /// The text of a value.
    case value
    /// The text of a period.
    case period
    /// A CSV file, of which only the records are read.
    case records
    /// A JSON file, of which only the events are read.
    case events
    /// A profile, with which a file is read.
    case profile
    /// A JSON file.
    case json
    /// The facts of a company's filings.
    case facts
    /// An `.xlsx` or `.ods` file.
    case workbook
    /// The XML of a sheet in an `.xlsx` file.
    case sheet
    /// The SQLite file of a book.
    case book

    /// Reads an input, and ends the process if something does not hold that holds for any input.
    func check(_ bytes: [UInt8]) {
        switch self {
        case .csv: checkCSV(bytes)
        case .values: checkValues(bytes)
        case .periods: checkPeriods(bytes)
        case .value: checkValue(bytes)
        case .period: checkPeriod(bytes)
        case .records: checkRecords(bytes)
        case .events: checkEvents(bytes)
        case .profile: checkProfile(bytes)
        case .json: checkJSON(bytes)
        case .facts: checkFacts(bytes)
        case .workbook: checkWorkbook(bytes)
        case .sheet: checkSheet(bytes)
        case .book: checkBook(bytes)
        }
    }
}
