/// A value, and the line of the file that it was read from.
package struct Lined<Value> {
    package var value: Value
    /// The physical line that the value's row begins on; the header is line 1.
    package var line: Int

    package init(value: Value, line: Int) {
        self.value = value
        self.line = line
    }
}

extension Lined: Sendable where Value: Sendable {}
extension Lined: Equatable where Value: Equatable {}
extension Lined: Hashable where Value: Hashable {}
