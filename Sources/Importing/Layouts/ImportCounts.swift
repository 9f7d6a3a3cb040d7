/// The numbers of rows and values that were read from a file.
///
/// A row below the header is either rejected as a whole, and then counts only in `rows` and
/// `rejected`, or accepted as a whole. A row of observations has a value or a missing value for each
/// figure unless it is passed over, a row of any other kind has one value.
package struct ImportCounts: Sendable, Hashable {
    /// Records below the header, good or bad.
    package var rows = 0
    /// Rows with at least one problem.
    package var rejected = 0
    /// Rows without figures to read: titles, growth, and rows that an option ignores.
    package var passed = 0
    /// Values that were read.
    package var values = 0
    /// Value cells that are empty or have a missing-value marker such as `N/A`.
    package var missing = 0
    /// Values that were rounded to the base unit of their dimension.
    package var rounded = 0
    /// Those of the rounded values that became zero.
    package var roundedToZero = 0
    /// Notes and sources whose line breaks and tabs became spaces, or that lost hidden characters.
    package var joinedTexts = 0

    /// All zero.
    package init() {}

    /// Adds each of the counts.
    package static func += (total: inout ImportCounts, more: ImportCounts) {
        total.rows += more.rows
        total.rejected += more.rejected
        total.passed += more.passed
        total.values += more.values
        total.missing += more.missing
        total.rounded += more.rounded
        total.roundedToZero += more.roundedToZero
        total.joinedTexts += more.joinedTexts
    }
}
