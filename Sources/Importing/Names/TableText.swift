/// A text that is not in the table but says something about it, for messages.
struct TableText: Sendable, Hashable {
    /// Where texts about a table are.
    enum Place: Sendable, Hashable {
        case aboveTable
        /// In JSON, which has no lines above.
        case besideRows
    }

    let text: String
    let place: Place

    /// `"Ticker: BTDR" above the table`
    var withPlace: String { "\(quoted(text)) \(place)" }

    /// `below "($ in thousands)"`
    var asPlace: String { (place == .aboveTable ? "below " : "beside ") + quoted(text) }
}

extension TableText.Place: CustomStringConvertible {
    var description: String { self == .aboveTable ? "above the table" : "beside the rows" }
}
