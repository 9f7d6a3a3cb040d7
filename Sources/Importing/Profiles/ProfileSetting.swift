/// The key of a profile's line, `key: value`. Most keys are long names of options of `import`, and
/// take the same values.
package enum ProfileSetting: String, CaseIterable {
    case about, subject, metric, unit, period
    case publishedOn = "published-on"
    case source, status, map
    case ignoreColumn = "ignore-column"
    case delimiter, encoding
    case skipLines = "skip-lines"
    case noHeader = "no-header"
    case dateOrder = "date-order"
    case periodOf = "period-of"
    case timezone, decimal
    case header
    case otherColumns = "other-columns"
    case subjectSuffix = "subject-suffix"
    case subjectName = "subject-name"
    case require
    case refuseFile = "refuse-file"
    case missing
    case fact
    case rows
    case rowNames = "row-names"
    case label
    case daysLate = "days-late"
    case recognise
    case partialDays = "partial-days"

    /// The value of `subject` for files whose names contain the ticker.
    static let fromFileName = "from file name"

    /// Whether a profile may have several lines with this key.
    var isRepeatable: Bool {
        switch self {
        case .map, .ignoreColumn, .subjectName, .subjectSuffix, .require, .refuseFile, .missing,
            .fact, .rows, .label, .daysLate:
            true
        default: false
        }
    }
}
