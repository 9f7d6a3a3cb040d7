/// The settings of a profile about JSON files.
struct JSONRules: Sendable {
    /// Where the rows are; empty if the file shows it. A value that several patterns mean is a row
    /// of the first one.
    var rows: [RowPattern] = []
    /// The names of the elements of rows that are arrays; nil if they have none.
    var rowNames: RowNames?
    /// How many days after its period the date of a row is, for the rows of some patterns.
    var daysLate: [RowPattern: Int] = [:]
    /// Whether files with this layout are read with the profile unasked.
    var isRecognised = true
}

/// The names of the elements of rows that are arrays.
enum RowNames: Sendable {
    /// The first element of the array of rows has them.
    case inFirstRow
    case listed([String])

    /// Reads `first`, or names separated by commas.
    init(_ text: String) {
        self =
            text == "first"
            ? .inFirstRow : .listed(text.split(separator: ",").map { String(trimmed($0)) })
    }
}
