/// What an alias refers to besides its own company, which makes it ambiguous.
package enum AliasClash: Sendable, Hashable {
    /// It is the code of another subject.
    case subject(Subject)
    /// It is an alias of another company, and both are valid on the same day.
    case alias(Alias)
}
