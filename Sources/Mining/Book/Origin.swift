/// The file and line that a row of a book was imported from.
package struct Origin: Sendable, Hashable {
    /// The number of the import, counted from 1.
    package var importNumber: Int
    package var file: String
    /// The physical line the row begins on; the header is line 1.
    package var line: Int

    package init(importNumber: Int, file: String, line: Int) {
        self.importNumber = importNumber
        self.file = file
        self.line = line
    }
}
