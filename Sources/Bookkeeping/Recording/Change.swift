import Mining

/// A figure to which an import gave another value, status or note, or that it added.
package struct Change: Sendable, Hashable {
    package enum Kind: Sendable {
        /// The new one is one more vintage of the same publisher.
        case restated
        /// The new one is one more vintage, and both are last words that contradict each other.
        case conflicting
        /// The new one replaced the old one.
        case corrected
        /// The book had nothing that it restates or contradicts. Only listed on request.
        case inserted
    }

    package var kind: Kind
    /// Of several vintages that it restates or contradicts, the one that counted; nil for an
    /// inserted figure.
    package var old: Observation?
    package var new: Observation
}
