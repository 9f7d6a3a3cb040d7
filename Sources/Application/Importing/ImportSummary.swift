import Bookkeeping
import Importing
import Mining

/// What became of an import.
package struct ImportSummary {
    /// The number of the import; nil if the book had everything already, or was left alone because of
    /// problems or a dry run.
    package internal(set) var number: Int?
    package let isDryRun: Bool
    /// Whether warnings are problems.
    package let isStrict: Bool
    /// The first figures that were restated, contradicted or corrected; in a dry run also those that
    /// would be inserted.
    package internal(set) var changes: [Change] = []
    /// The companies that were added because figures name them.
    package internal(set) var created: [Company] = []
    /// The files of rejected rows that were written, or in a dry run would be, with the number of
    /// rows in each.
    package internal(set) var rejects: [(path: String, rows: Int)] = []
    package internal(set) var rowCounts = RowCounts()
    /// The same for each kind of file of the import, without the companies in `created`.
    package internal(set) var rowCountsByKind: [FileKind: RowCounts] = [:]
    package internal(set) var counts = ImportCounts()
    package internal(set) var diagnostics = Diagnostics()
    /// Rows of this import that contradict each other, the first ones as sentences.
    package internal(set) var conflicts: [String] = []
    package internal(set) var conflictCount = 0

    package var problemCount: Int { diagnostics.problemCount + conflictCount }

    /// Whether warnings prevent the import.
    package var isRefused: Bool { isStrict && diagnostics.warningCount > 0 }

    init(isDryRun: Bool, isStrict: Bool) {
        self.isDryRun = isDryRun
        self.isStrict = isStrict
    }
}
