/// A value and where in its file it stands.
package struct Lined<Value: Sendable>: Sendable {
    package var value: Value
    /// The physical line its record begins on; the header is line 1.
    package var line: Int

    package init(value: Value, line: Int) {
        self.value = value
        self.line = line
    }
}

extension Lined: Equatable where Value: Equatable {}
extension Lined: Hashable where Value: Hashable {}
