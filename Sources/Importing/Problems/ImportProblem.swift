/// A problem or warning at one place of a file. Its description is the message for the user:
/// `q4.csv:14: deployed_hashrate: "7l3" is not a hashrate, such as 38.5 EH/s`.
package struct ImportProblem: Sendable, Hashable {
    package var file: String
    /// The line on which the record begins; the first line of the file is 1.
    package var line: Int
    /// The column's name in the header, or the metric of the value; nil if the problem concerns the
    /// whole record.
    package var column: String?
    package var reason: Reason

    /// A problem at a place; `column` is nil if it concerns the whole record.
    package init(file: String, line: Int, column: String? = nil, reason: Reason) {
        self.file = file
        self.line = line
        self.column = column
        self.reason = reason
    }

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
        let place = column.map { "\(file):\(line): \(escaped($0)): " } ?? "\(file):\(line): "
        return place + "\(reason)"
    }
}

extension ImportProblem.Reason: CustomStringConvertible {
    package var description: String { sentence }
}

/// The end of a message: the nearest known name, or another remedy if there is none.
func suggestion(_ nearest: String?, else remedy: String) -> String {
    nearest.map { "; did you mean \(escaped($0))?" } ?? "; \(remedy)"
}
