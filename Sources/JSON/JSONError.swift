/// Why a text is not JSON, and where.
package struct JSONError: Error, Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
        /// The text breaks the grammar at this place. `detail` is the parser's message:
        /// `unallowed token at this point in JSON text`.
        case syntax(String)
        /// The text ends inside a value.
        case unexpectedEnd
        /// Arrays and objects are nested deeper than `JSONReader.maximumDepth`.
        case tooDeep
        /// A key, a string or a number is longer than `JSONReader.maximumLength`, or as much space is
        /// between two of them.
        case tooLong
    }

    package let reason: Reason
    /// The line, counted from 1.
    package let line: Int
    /// Where in the line, in bytes from 1.
    package let byteColumn: Int
}

extension JSONError: CustomStringConvertible {
    package var description: String {
        switch reason {
        case .syntax(let detail): "not JSON: \(detail)"
        case .unexpectedEnd: "not JSON: the text ends inside a value"
        case .tooLong:
            "a value is longer than \(JSONReader.maximumLength) bytes; look for a quote that is never "
                + "closed"
        case .tooDeep: "values are nested deeper than \(JSONReader.maximumDepth) levels"
        }
    }
}
