import Mining

/// An import in progress: takes in the rows of its files, decides what each of them is, and counts.
///
/// - A row whose key the book has with equal content is **unchanged**.
/// - One with other content is a **correction**: it replaces the stored row, which is kept.
/// - A row with a new key is **inserted**. If the book had another amount for the same period before
///   the import, it may be a **restatement**, or contradict a vintage (`Vintages.relation`).
/// - Two rows of one import with the same key and different contents are a **conflict**: the first
///   one is kept, and the caller must not commit the import.
package final class ImportSession {
    /// A file of this import.
    package struct File: Sendable, Hashable {
        package let name: String
        /// Its number in the book; those of earlier imports are lower.
        let number: Int
        let importNumber: Int

        func origin(line: Int) -> Origin {
            Origin(importNumber: importNumber, file: name, line: line)
        }

        func place(line: Int) -> RowPlace { RowPlace(file: number, line: line) }
    }

    /// How many changes and conflicts are kept one by one; the others are only counted.
    package static let listLimit = 1_000

    /// The import's number, counted from 1.
    package let number: Int
    /// All files together.
    package var rowCounts: RowCounts {
        rowCountsByFile.values.reduce(into: RowCounts()) { $0 += $1 }
    }
    /// Whether `changes` has inserted figures as well. Set it before the first row is recorded.
    package var listsInsertions = false
    /// The share facts of the companies that have any, by ticker. Set it before the first row is
    /// recorded.
    package var shareHistories: [String: ShareHistory] = [:]
    /// The first `listLimit` figures that were restated, contradicted or corrected, in the order of
    /// rows.
    package private(set) var changes: [Change] = []
    /// The first `listLimit` rows that are many times, or a small part of, what counted for the same
    /// period before, in the order in which they were found. What counted may be of this import.
    package private(set) var unlikelyRestatements: [UnlikelyRestatement] = []
    /// The first `listLimit` conflicts, in the order of rows.
    package private(set) var conflicts: [Conflict] = []
    /// All conflicts.
    package private(set) var conflictCount = 0

    let store: any ImportStore
    let recorded: Timestamp
    var companies = FirstRows<String, Company>()
    var aliases = FirstRows<Alias, Alias>()
    var shareBases = FirstRows<ShareBasis, ShareBasis>()
    var memberships = FirstRows<Membership, Membership>()
    var claims = FirstRows<ClaimKey, Claim>()
    var seriesEnds = SeriesEnds()
    private var rowCountsByFile: [Int: RowCounts] = [:]
    private var subjects: [ExactText: StoredSubject] = [:]

    init(
        in store: any ImportStore, version: String, at recorded: Timestamp
    ) throws(BookError) {
        number = try store.addImport(version: version, at: recorded)
        self.store = store
        self.recorded = recorded
    }

    /// Names the next file that rows come from.
    package func addFile(name: String, kind: FileKind) throws(BookError) -> File {
        let file = File(
            name: name, number: try store.addFile(name, kind: kind, ofImport: number),
            importNumber: number)
        rowCountsByFile[file.number] = RowCounts()
        return file
    }

    /// Keeps the SHA-256 of a file's bytes, in hexadecimal digits, once they have all been read.
    package func setDigest(_ sha256: String, of file: File) throws(BookError) {
        try store.setDigest(sha256, ofFile: file.number)
    }

    /// Checks that every parent is a company, and stores the row counts. `companies` are all of the
    /// book.
    ///
    /// - Throws: `.unknownSubject` for a parent that is no company.
    func finish(companies: [Company]) throws(BookError) {
        try Self.checkParents(of: companies)
        try storeRowCounts()
    }

    /// Checks that every parent is a company; `companies` are all of the book.
    ///
    /// - Throws: `.unknownSubject`.
    static func checkParents(of companies: [Company]) throws(BookError) {
        let tickers = Set(companies.map { $0.ticker.lowercased() })
        let orphans = companies.compactMap(\.parent).filter { !tickers.contains($0.lowercased()) }
        if let orphan = orphans.min() { throw .unknownSubject(code: orphan) }
    }

    func storeRowCounts() throws(BookError) {
        // In the order of files, so that the same import writes the same bytes.
        for (file, rowCounts) in rowCountsByFile.sorted(by: { $0.key < $1.key }) {
            var kept = rowCounts
            kept.conflicting = 0
            try store.setRowCounts(kept, ofFile: file)
        }
    }

    /// What was done with the rows of a file so far.
    package func rowCounts(of file: File) -> RowCounts {
        rowCountsByFile[file.number] ?? RowCounts()
    }

    func isOfThisImport(fileNumber: Int) -> Bool { rowCountsByFile[fileNumber] != nil }

    func count(_ rows: RowCounts, of file: File) {
        rowCountsByFile[file.number, default: RowCounts()] += rows
    }

    func note(_ change: Change) {
        if changes.count < Self.listLimit { changes.append(change) }
    }

    func note(_ unlikely: UnlikelyRestatement) {
        if unlikelyRestatements.count < Self.listLimit { unlikelyRestatements.append(unlikely) }
    }

    /// `conflict` is only computed if it is kept.
    func note(_ conflict: @autoclosure () throws(BookError) -> Conflict) throws(BookError) {
        conflictCount += 1
        if conflicts.count < Self.listLimit { conflicts.append(try conflict()) }
    }

    /// The subject with this code in any letter case; nil if the book has none.
    func subject(_ code: String) throws(BookError) -> StoredSubject? {
        let key = ExactText(code)
        if let known = subjects[key] { return known }
        guard let subject = try store.subject(code) else { return nil }
        subjects[key] = subject
        return subject
    }

    /// The number of the company with this ticker.
    ///
    /// - Throws: `.unknownSubject`.
    func company(_ ticker: String) throws(BookError) -> Int {
        guard let subject = try subject(ticker), subject.kind == .company else {
            throw .unknownSubject(code: ticker)
        }
        return subject.number
    }
}
