import Mining

/// What a storage engine does for one import, inside a transaction. It knows no rules: what counts as
/// a correction, a restatement or a conflict is decided by `ImportSession`.
///
/// Subjects, sources and files have numbers, which the engine gives out; they are greater than 0.
/// Observations come and go in batches, since a call per row would take most of an import's time.
package protocol ImportStore: AnyObject {
    // MARK: The import and its files

    /// Adds an import and returns its number, counted from 1. A number is never used again.
    func addImport(version: String, at recorded: Timestamp) throws(BookError) -> Int

    /// Adds a file to an import and returns its number, greater than those of all earlier files.
    func addFile(_ name: String, kind: FileKind, ofImport number: Int) throws(BookError) -> Int

    func setDigest(_ sha256: String, ofFile number: Int) throws(BookError)

    func setRowCounts(_ rowCounts: RowCounts, ofFile number: Int) throws(BookError)

    // MARK: Subjects

    /// The subject with this code in any letter case; nil if there is none.
    func subject(_ code: String) throws(BookError) -> StoredSubject?

    /// Adds a group and returns its number.
    func addGroup(_ code: String, at place: RowPlace) throws(BookError) -> Int

    /// The company with this number; nil if there is none.
    func company(_ number: Int) throws(BookError) -> Company?

    func add(_ company: Company, at place: RowPlace) throws(BookError)

    /// Replaces a company's row and keeps the old one among the corrections.
    func replace(_ number: Int, by company: Company, at place: RowPlace) throws(BookError)

    // MARK: Aliases, share facts, memberships and claims

    /// The stored alias with the same text, company and first day; nil if there is none.
    func alias(like alias: Alias, ofCompany number: Int) throws(BookError) -> Alias?

    /// Whether the company has an alias with this text on any days.
    func hasAlias(_ text: String, ofCompany number: Int) throws(BookError) -> Bool

    /// Adds the alias, or replaces the one with its text, company and first day, which is kept among
    /// the corrections.
    func put(_ alias: Alias, ofCompany number: Int, at place: RowPlace) throws(BookError)

    /// The stored share facts of the company from the same first day; nil if there are none.
    func shareBasis(
        like basis: ShareBasis, ofCompany number: Int
    ) throws(BookError) -> ShareBasis?

    /// Adds the share facts, or replaces those of the same company and first day, which are kept
    /// among the corrections.
    func put(_ basis: ShareBasis, ofCompany number: Int, at place: RowPlace) throws(BookError)

    /// The stored membership with the same group, company and first day; nil if there is none.
    func membership(
        like membership: Membership, group: Int, company: Int
    ) throws(BookError) -> Membership?

    /// Adds the membership, or replaces the one of the same group, company and first day.
    func put(
        _ membership: Membership, group: Int, company: Int, at place: RowPlace
    ) throws(BookError)

    /// For each claim, the value and note of the stored one that has everything else in common with
    /// it; nil if there is none.
    func contents(of claims: [NumberedClaim]) throws(BookError) -> [ClaimContent?]

    /// Adds the claim, or replaces value and note of the one that has everything else in common.
    func put(_ claim: NumberedClaim, at place: RowPlace) throws(BookError)

    // MARK: Observations

    /// How many rows `insert`, `vintages` and `replace` should get at once: enough for few calls, and
    /// little memory for what is known about them.
    var rowsAtOnce: Int { get }

    /// The numbers of `texts`, by their numbers in the table; new ones are added. The empty text, and
    /// those that are not `used`, have number 0.
    func sourceNumbers(of texts: StringPool, used: [Bool]) throws(BookError) -> [Int]

    /// For each series, the last day of its latest stored period; nil if there is none.
    func lastPeriodEnds(of series: [SeriesKey]) throws(BookError) -> [Int?]

    /// Adds rows with different keys, and returns those whose keys are stored already, which stay as
    /// they are. It is fastest in the order of keys.
    func insert(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) -> [KeyedRow]

    /// All vintages of the period of each key, by publication date and source number. It is fastest
    /// in the order of keys.
    func vintages(at keys: [ObservationKey]) throws(BookError) -> StoredVintages

    /// Replaces what is stored for the keys of the rows, and keeps the old rows among the
    /// corrections.
    func replace(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError)

    /// What the import with this number replaced at the key; nil if nothing.
    func corrected(
        at key: ObservationKey, byImport number: Int
    ) throws(BookError) -> StoredObservation?

    /// A stored row as the observation it is, with the subject, metric and period of `other`.
    func observation(
        _ row: StoredObservation, like other: Observation
    ) throws(BookError) -> Observation
}

extension ImportStore {
    /// For a store that is beside the program.
    package var rowsAtOnce: Int { 1_024 }

    /// As many rows at a time as the store wants, in their order.
    func chunks(of rows: [KeyedRow]) -> some Sequence<ArraySlice<KeyedRow>> {
        let count = rowsAtOnce
        return stride(from: 0, to: rows.count, by: count).lazy.map { start in
            rows[start..<min(start + count, rows.count)]
        }
    }
}

/// A subject of the book.
package struct StoredSubject: Sendable {
    package let number: Int
    package let kind: Subject.Kind

    package init(number: Int, kind: Subject.Kind) {
        self.number = number
        self.kind = kind
    }
}

/// A claim with the numbers by which the book knows its subject and source.
package struct NumberedClaim {
    package let claim: Claim
    package let subject: Int
    package let source: Int
}

/// What may differ between two claims that the book takes for the same one.
package struct ClaimContent {
    package let value: Quantity
    package let note: String?

    package init(value: Quantity, note: String?) {
        self.value = value
        self.note = note
    }
}

/// Where a row is imported from: the number of the file in the book, and the line.
package struct RowPlace: Sendable {
    package let file: Int
    package let line: Int

    package init(file: Int, line: Int) {
        self.file = file
        self.line = line
    }
}
