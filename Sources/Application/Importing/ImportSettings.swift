import Files
import Importing
import Mining

/// How an import is to be done.
package struct ImportSettings {
    /// Does everything, and then leaves the book as it was.
    package var isDryRun = false
    /// Where rejected rows go, so that the good ones are imported; nil to import all rows or none.
    package var rejects: String?
    /// Why a file of rejected rows must not replace an existing file; gives nil if it may.
    package var refusal: PendingFiles.Refusal = { _ in nil }
    /// Whether warnings are problems, so that nothing is imported if there is one.
    package var isStrict = false
    /// How the files are to be read.
    package var reading = ImportOptions()
    /// The version of the program, which the book keeps with the import.
    package var version: String
    /// The time of the import.
    package var now: Timestamp
    /// Called after each batch with the name of the file and the number of its rows; nil for nothing.
    package var onProgress: ((_ file: String, _ rows: Int) -> Void)?

    package init(version: String, now: Timestamp) {
        self.version = version
        self.now = now
    }

    /// Where the rejected rows of the file `name` go: to the path that was asked for or, if `count`
    /// is above one, to that path followed by a point and the name. Nil if none was asked for.
    package func rejects(of name: String, among count: Int) -> String? {
        Self.rejects(rejects, of: name, among: count)
    }

    /// The same for a path that was asked for.
    package static func rejects(_ path: String?, of name: String, among count: Int) -> String? {
        guard let path, count > 1 else { return path }
        return "\(path).\(name.split(separator: "/").last ?? "")"
    }
}
