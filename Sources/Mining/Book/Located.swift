/// A value read from a file, and the line it was read from.
package struct Located<Value: Sendable>: Sendable {
    /// What was read.
    package var value: Value
    /// The line on which its record begins, counted from 1.
    package var line: Int

    /// A value and its line.
    package init(value: Value, line: Int) {
        self.value = value
        self.line = line
    }
}

extension Located: Equatable where Value: Equatable {}
extension Located: Hashable where Value: Hashable {}
