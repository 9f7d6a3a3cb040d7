import Mining

/// A figure to which an import gave another value, status or note.
package struct Change: Sendable, Hashable {
    package enum Kind: Sendable {
        /// The new one is one more vintage of the same publisher.
        case restated
        /// The new one is one more vintage, and both are last words that contradict each other.
        case conflicting
        /// The new one replaced the old one.
        case corrected
    }

    package var kind: Kind
    /// Of several vintages that it restates or contradicts, the one that counted.
    package var old: Observation
    package var new: Observation
}
