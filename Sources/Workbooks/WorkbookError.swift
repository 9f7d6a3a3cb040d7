/// Why a workbook, or one of its sheets, cannot be read.
package enum WorkbookError: Error, Sendable, Hashable {
    /// A zip archive without a workbook in it, such as a text document.
    case notWorkbook
    /// Excel's binary workbook, `.xlsb`.
    case binaryWorkbook
    /// It is protected with a password.
    case encrypted
    /// A part that a workbook must have is not in the archive.
    case missingPart(String)
    /// A part of the archive is damaged or is not what it should be.
    case damaged(part: String, Damage)
    /// There is more of something than a workbook can have, or than is read.
    case tooLarge(part: String, Excess)
    /// The XML has a document type declaration, with which it could name other files or grow without
    /// end. No spreadsheet program writes one.
    case documentType(part: String)
    /// The rows of a sheet cannot be read from this row on.
    case damagedRow(part: String, row: Int, RowDamage)

    /// What is wrong with a part.
    package enum Damage: Sendable, Hashable {
        /// It cannot be unpacked, or ends too early.
        case packing
        /// Its checksum is wrong.
        case checksum
        /// It is not XML from this line on, for a reason in words of the XML parser.
        case xml(String, line: Int)
        /// A cell refers to a text or a format that the workbook does not have.
        case reference
    }

    /// What there is too much of.
    package enum Excess: Sendable, Hashable {
        /// It is packed so tightly that it is probably meant to fill the memory or the disk.
        case ratio
        /// Bytes of an unpacked part.
        case bytes
        /// Bytes of the texts of all cells.
        case texts
        /// Parts, formats or merged areas.
        case items
        /// Elements within elements, or names of elements.
        case structure
        /// Bytes of one row.
        case row
        /// Empty cells between the cells.
        case emptyCells
        /// Cells that the file has once and says to repeat.
        case repeatedCells
    }

    /// What is wrong with a row.
    package enum RowDamage: Sendable, Hashable {
        /// Its address, or that of one of its cells, is not one of a sheet: `A0`, `XFE1`.
        case address(String)
        /// It comes after a later row, or a cell after one further to the right.
        case order
        /// A row or a cell in it is inside another one, or a cell is in no row.
        case nesting
    }
}
