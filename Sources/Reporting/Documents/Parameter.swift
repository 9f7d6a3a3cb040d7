/// One thing the user asked for; `value` is nil if it was not given and has no default.
package struct Parameter: Sendable, Hashable {
    /// The name of the option, with underscores: `added_since`.
    package var name: String
    /// The value in its canonical spelling; nil if there is none.
    package var value: String?

    /// Who sees it. Programs see all parameters; people see those that the report uses.
    package var audience = Column.Audience.everyone

    package init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}
