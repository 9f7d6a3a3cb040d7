import Mining

/// What became of the rows of an import.
package struct Tally: Sendable, Hashable {
    /// Rows that the book did not have.
    package var inserted = 0
    /// Rows that the book has with the same content, in whatever unit; nothing was written.
    package var unchanged = 0
    /// Of the inserted: figures of a period that the book knew before this import with another
    /// value.
    package var restated = 0
    /// Rows that replaced others of the same key; what they replaced is kept.
    package var corrected = 0

    package init(inserted: Int = 0, unchanged: Int = 0, restated: Int = 0, corrected: Int = 0) {
        self.inserted = inserted
        self.unchanged = unchanged
        self.restated = restated
        self.corrected = corrected
    }

    package static func += (left: inout Tally, right: Tally) {
        left.inserted += right.inserted
        left.unchanged += right.unchanged
        left.restated += right.restated
        left.corrected += right.corrected
    }
}

/// A figure that an import gave another value, status or note.
package struct Change: Sendable, Hashable {
    package enum Kind: Sendable {
        /// The new one is one more vintage.
        case restated
        /// The new one replaced the old one.
        case corrected
    }

    package var kind: Kind
    /// Of several vintages, the one that counted.
    package var old: Observation
    package var new: Observation
}

/// Two rows of one import that have the same key and say different things.
///
/// Neither is right before the other, so an import that has one must not be kept.
package struct Conflict: Sendable, Hashable {
    /// What both speak of: `RIOT btc_mined 2025-12`.
    package var subject: String
    /// What the row says that was taken first, and where it stands.
    package var first: String
    package var firstOrigin: Origin
    package var second: String
    package var secondOrigin: Origin
}

extension Conflict: CustomStringConvertible {
    /// `b.csv:7: RIOT btc_mined 2025-12 is 5 BTC here, but 6 BTC at a.csv:3; keep one of them`
    package var description: String {
        "\(secondOrigin.file):\(secondOrigin.line): \(subject) is \(second) here, but \(first) at "
            + "\(firstOrigin.file):\(firstOrigin.line); keep one of them"
    }
}

/// The first row of each key that an import has had, to find those that contradict it.
struct FirstRows<Key: Hashable, Content: Equatable> {
    private var rows: [Key: (content: Content, origin: Origin)] = [:]

    /// The row that had this key before, where there was one; else this is the first now.
    mutating func earlier(
        _ key: Key, _ content: Content, _ origin: Origin
    ) -> (content: Content, origin: Origin)? {
        if let earlier = rows[key] { return earlier }
        rows[key] = (content, origin)
        return nil
    }
}
