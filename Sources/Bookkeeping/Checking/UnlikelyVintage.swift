import Mining

/// The vintage of a period that counts, and another one that it is many times, or a small part of.
package struct UnlikelyVintage: Sendable, Hashable {
    /// The vintage that counts.
    package let figure: Observation
    package let other: Observation
    /// By how much the two differ.
    package let error: ScaleError
}
