/// One thing the user asked for; `value` is nil if it was not given and has no default.
package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: String?

    package init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}
