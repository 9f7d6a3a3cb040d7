/// A column of the file being read, or an option that replaces it.
///
/// A class, as `MetricSpec` is, because every row of a file passes its columns on.
final class FileColumn: Sendable {
    /// The index of the column, from 0; nil if the file has no such column and every row gets the
    /// `fallback`.
    let index: Int?
    /// The name in the header, without spaces around it. `column 3` for a column without a name;
    /// `--subject` for an option.
    let name: String
    /// The value of empty cells.
    let fallback: [UInt8]?
    /// Whether the header gives it this name.
    let isNamed: Bool
    /// The subject of its figures, which the header names above or below the column's name; nil if
    /// it names none.
    let subject: String?
    /// The unit in the line below the header; nil if there is none.
    let unit: String?

    init(
        index: Int?, name: String, fallback: [UInt8]? = nil, isNamed: Bool = true,
        subject: String? = nil, unit: String? = nil
    ) {
        self.index = index
        self.name = name
        self.fallback = fallback
        self.isNamed = isNamed
        self.subject = subject
        self.unit = unit
    }

    /// The name for messages, with the subject that the header gives the column.
    var fullName: String { subject.map { "\($0) \(name)" } ?? name }

    /// The same column under another name, or with the unit in the line below the header.
    func with(name: String? = nil, unit: String? = nil) -> FileColumn {
        FileColumn(
            index: index, name: name ?? self.name, fallback: fallback, isNamed: isNamed,
            subject: subject, unit: unit ?? self.unit)
    }

    /// The same column with `text` as the value of empty cells; nil for none.
    func withFallback(_ text: String?) -> FileColumn {
        FileColumn(
            index: index, name: name, fallback: text.map { Array($0.utf8) }, isNamed: isNamed,
            subject: subject, unit: unit)
    }
}
