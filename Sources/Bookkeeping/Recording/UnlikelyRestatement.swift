import Mining

/// A row of an import that is many times, or a small part of, another figure for the same period,
/// after the splits in between.
package struct UnlikelyRestatement: Sendable {
    /// The row.
    package var observation: Observation
    /// Where it was read.
    package var origin: Origin
    /// The other figure: what counted before the import, or an earlier row of it.
    package var other: DatedQuantity
    /// By how much they differ.
    package var error: ScaleError
}
