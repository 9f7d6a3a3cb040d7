import Files
import Mining

/// Why a use case cannot do what was asked, as facts. The command layer adds what to do about it.
package enum ApplicationError: Error, Sendable {
    /// There is no group with this code; `known` are the groups of the book, in order.
    case unknownGroup(String, known: [String])
    /// No group was named, and the book has several.
    case severalGroups([String])
    /// Nothing in the book has this name; `nearest` is the most similar one, if one is similar.
    case unknownName(String, nearest: String?)
    /// The name belonged to several companies, one after the other.
    case ambiguousName(String, tickers: [String])
    /// The network or a group, where a company is needed.
    case notACompany(String)
    /// There is no observation of `what`; `nearest` is the one whose period is nearest.
    case noObservation(of: String, nearest: Observation?)
    /// There are observations of `what`, but none from the source or date that was asked for.
    case otherObservations(of: String, [Observation])
    /// Several observations are meant.
    case severalObservations([Observation])
    /// Sheets or cells of a file were named, and the file is no workbook.
    case noSheets(file: String)
    /// A table of a file was chosen by its number, and the file has no lines or rows of tables.
    case notLines(file: String)
    /// A folder for a lake has a file of something else.
    case notALake(folder: String, file: String)
    /// A folder has the lake of another version of the program.
    case otherLake(folder: String)
    /// Another process is writing to the lake.
    case lakeInUse(folder: String)
    /// The rejected rows of an import could not be written.
    case rejectsNotWritten(FileError)
    /// The import with this number is in the book; something that came after it failed, such as
    /// writing the rejected rows. The first of `causes` is the reason for the exit code.
    case importStands(number: Int, causes: [any Error])
}
