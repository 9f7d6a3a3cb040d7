/// One thing that a report was asked; `value` is `nil` where it was left open.
package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: String?

    package init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}
