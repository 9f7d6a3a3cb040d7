/// The file and line from which a row of a book was imported.
package struct Origin: Sendable, Hashable {
    /// The number of the import, counted from 1.
    package var importNumber: Int
    /// The name of the file as it was given to the import.
    package var file: String
    /// The line on which the row begins, counted from 1.
    package var line: Int

    /// An origin with these properties.
    package init(importNumber: Int, file: String, line: Int) {
        self.importNumber = importNumber
        self.file = file
        self.line = line
    }
}
