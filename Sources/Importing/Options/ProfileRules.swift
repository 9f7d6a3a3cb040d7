import Mining

/// The settings of a profile that have no option of `import`.
struct ProfileRules: Sendable {
    /// The name of the profile, for messages; empty without a profile.
    var profile = ""
    /// The meanings of columns. Files need not have these columns, and options override them.
    var mappings: [ColumnMapping] = []
    /// Whether to ignore, and list in a note, the columns that have no known meaning.
    var ignoresOtherColumns = false
    /// Whether the file name contains the ticker if the file has no subject column.
    var subjectIsInFileName = false
    var spelling = SubjectSpelling()
    /// The values that certain columns must have, if the file has these columns.
    var requirements: [RowRequirement] = []
    /// Words, in lower case, that the name of a file must not contain, because such a file is about
    /// something else.
    var refusedFileWords: [String] = []
    /// Further texts, in lower case, that mean that there is no value.
    var missingMarks: [String] = []
    /// Which tags of company facts are which metric.
    var facts: [FactRule] = []
    /// What the site's labels of metrics mean. The keys are lower case.
    var labels: [String: MetricLabel] = [:]
    /// How many days after its period the date of a row is.
    var daysLate = 0
    /// Whether to leave out, and count in a note, the rows whose time since 1970 is not a midnight.
    var ignoresPartialDays = false
    /// Where the rows of JSON files are.
    var json = JSONRules()

    /// - Throws: `ImportProblem.Reason` if the name of a file shows that the profile cannot read it.
    func check(fileName path: String) throws(ImportProblem.Reason) {
        guard !refusedFileWords.isEmpty else { return }
        let name = path.split(separator: "/").last.map(String.init) ?? path
        let words = name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        if let word = words.first(where: refusedFileWords.contains) {
            throw .refusedFile(name, word: word, profile: profile)
        }
    }

    /// The names of the columns that can contain figures, in the profile's order.
    var figureColumns: [String] {
        mappings.filter(\.meaning.hasFigures).map(\.column).filter { !isColumnNumber($0) }
    }
}

/// A text that a column must have in every row, in any letter case, or a range of whole numbers such
/// as `0..2000`. Other rows are rejected. An empty cell fits a range.
struct RowRequirement: Sendable {
    let column: String
    let text: String
    private let range: ClosedRange<Int64>?
    /// Other texts in lower case that mean the same.
    private var others: Set<String> = []

    init(column: String, text: String) {
        self.column = column
        self.text = text
        let bounds = text.split(separator: "..", omittingEmptySubsequences: false)
        if bounds.count == 2, let low = Int64(bounds[0]), let high = Int64(bounds[1]), low <= high {
            range = low...high
        } else {
            range = nil
        }
    }

    /// For a column of currencies, where every row must be in US dollars.
    init(dollarsIn column: String) {
        self.column = column
        text = "USD"
        range = nil
        others = ["", "us$", "us dollar", "us dollars", "u.s. dollars"]
    }

    /// The names of columns that have the currency of the row.
    static let currencyColumns: Set<String> = ["currency", "ccy", "reporting_currency"]

    /// Whether the column has currencies.
    var isOfCurrency: Bool { !others.isEmpty }

    /// Whether the cells must be numbers within a range.
    var isRange: Bool { range != nil }

    /// Whether a row with `found` in the column may be imported.
    func allows(_ found: String) -> Bool {
        guard let range else {
            return found.lowercased() == text.lowercased() || others.contains(found.lowercased())
        }
        guard !found.isEmpty else { return true }
        let number = DecimalNumber(Array(found.utf8))?.scaled(by: 0)?.value
        return number.map(range.contains) ?? false
    }
}
