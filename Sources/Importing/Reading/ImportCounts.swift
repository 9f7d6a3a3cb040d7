/// What became of a file's rows.
///
/// Every row below the header is either rejected, and then adds nothing to the other counts,
/// or it is taken whole. A row of companies, aliases, groups or claims is one value; one of
/// long observations is one value or one missing; one of wide observations has a value or a
/// missing for each of its metric columns.
package struct ImportCounts: Sendable, Hashable {
    /// Records below the header, good or bad.
    package var rows = 0
    /// Rows with at least one problem.
    package var rejected = 0
    /// Values handed out.
    package var values = 0
    /// Cells that stand for a figure and say that there is none, such as `N/A`.
    package var missing = 0
    /// Values whose digits were finer than the base unit of their dimension.
    package var rounded = 0

    package init() {}

    package static func += (total: inout ImportCounts, more: ImportCounts) {
        total.rows += more.rows
        total.rejected += more.rejected
        total.values += more.values
        total.missing += more.missing
        total.rounded += more.rounded
    }
}
