import CSV

/// A file that could not be read to its end: `q4.csv: Input/output error`.
package struct ImportFailure: Error, CustomStringConvertible {
    /// The name of the file.
    package let file: String
    /// The error of the file's source.
    package let cause: any Error

    /// The failure of a file, by what its source threw.
    package init(file: String, cause: any Error) {
        self.file = file
        self.cause = cause
    }

    package var description: String { "\(file): \(cause)" }
}

extension Diagnostics {
    /// Reports that `file` is not CSV from some line on.
    ///
    /// - Throws: `ImportFailure` if the file could not be read instead.
    package mutating func report(_ error: CSVReader.Failure, file: String) throws(ImportFailure) {
        switch error {
        case .source(let cause): throw ImportFailure(file: file, cause: cause)
        case .malformed(let error):
            report(ImportProblem(file: file, line: error.line, reason: .malformed(error)))
        case .damaged(let place, let cause):
            guard let reason = cause as? ImportProblem.Reason else {
                throw ImportFailure(file: file, cause: cause)
            }
            report(ImportProblem(file: file, at: place, reason: reason))
        }
    }
}
