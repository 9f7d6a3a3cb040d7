/// A sheet of a workbook.
package struct Sheet: Sendable, Hashable {
    package let name: String
    /// Whether spreadsheet programs do not show it.
    package let isHidden: Bool
    /// Where its cells are in the archive: a part, or in ODS the place among the tables of one part.
    let part: String
    let index: Int
}
