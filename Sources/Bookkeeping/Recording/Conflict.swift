import Mining

/// Two rows of one import with the same key and different contents.
///
/// Neither has precedence, so an import that has a conflict must not be kept.
package struct Conflict: Sendable, Hashable {
    /// What both are about: `RIOT btc_mined 2025-12`.
    package var subject: String
    /// The content of the row that was taken first, and where it is.
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

/// The first row of each key in an import, to find those that contradict it.
struct FirstRows<Key: Hashable, Content: Equatable> {
    private var rows: [Key: (content: Content, origin: Origin)] = [:]

    /// The earlier row with this key. If there is none, returns nil and remembers this one.
    mutating func earlier(
        _ key: Key, _ content: Content, _ origin: Origin
    ) -> (content: Content, origin: Origin)? {
        if let earlier = rows[key] { return earlier }
        rows[key] = (content, origin)
        return nil
    }
}
