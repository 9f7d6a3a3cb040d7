import CSV

/// A problem or warning at one place of a file. Its description is the message for the user:
/// `q4.csv:14: deployed_hashrate: "7l3" is not a hashrate, such as 38.5 EH/s`.
package struct ImportProblem: Sendable, Hashable {
    package var file: String
    /// Where it is in the file. For a whole record this is the line on which it begins.
    package var place: RecordPlace
    /// The column's name in the header, or the metric of the value; nil if the problem concerns the
    /// whole record.
    package var column: String?
    package var reason: Reason

    /// A problem at a place; `column` is nil if it concerns the whole record.
    package init(file: String, at place: RecordPlace, column: String? = nil, reason: Reason) {
        self.file = file
        self.place = place
        self.column = column
        self.reason = reason
    }

    /// A problem on a line of a text, or in a row of a sheet.
    package init(file: String, line: Int, column: String? = nil, reason: Reason) {
        self.init(file: file, at: .line(line), column: column, reason: reason)
    }

    /// The line on which the record begins, or its row in a sheet; the first one is 1.
    package var line: Int { place.line }

    /// What is wrong and how to fix it, without the place.
    ///
    /// Create reasons with the functions in `Reason+Files.swift` and the files beside it: one for
    /// each code, with the data that the message shows. Texts are passed as the file has them, and
    /// `nearest` is the name that the user may have meant.
    package struct Reason: Error, Hashable {
        /// The kind of problem. Each one has an example in docs/errors.md.
        package let code: Code
        /// The message.
        let sentence: String

        init(_ code: Code, _ sentence: String) {
            self.code = code
            self.sentence = sentence
        }
    }
}

extension ImportProblem: CustomStringConvertible {
    package var description: String {
        let column = column.map { "\(escaped($0)): " } ?? ""
        return switch place {
        case .file: "\(file): \(column)\(reason)"
        case .line(let line): "\(file):\(line): \(column)\(reason)"
        case .cell(let cell, _): "\(file)!\(cell): \(column)\(reason)"
        case .path(let path, let line):
            "\(file):\(line): \(escaped(path, limit: 120)): \(column)\(reason)"
        }
    }
}

extension ImportProblem.Reason: CustomStringConvertible {
    package var description: String { sentence }
}

/// The end of a message: the nearest known name, or another remedy if there is none.
func suggestion(_ nearest: String?, else remedy: String) -> String {
    nearest.map { "; did you mean \(escaped($0))?" } ?? "; \(remedy)"
}
