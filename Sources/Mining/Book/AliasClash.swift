/// What an alias names beside its company.
package enum AliasClash: Sendable, Hashable {
    /// The subject whose own code it is.
    case subject(Subject)
    /// An alias of another company, on a day that both hold.
    case alias(Alias)
}
