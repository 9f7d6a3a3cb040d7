import Mining

/// A text above a table, split into what it says about the unit and its exceptions:
/// `($ in thousands, except share and per share data)`.
struct UnitSentence {
    private(set) var statements: [UnitStatement] = []
    /// The exceptions, which can have units of their own.
    private(set) var exceptions: [UnitStatement] = []
    /// Whether prices per share are an exception.
    private(set) var exceptsPrices = false
    /// Whether numbers of shares are an exception.
    private(set) var exceptsShares = false
    /// Whether a metric in money is an exception.
    private(set) var exceptsMoney = false

    init(_ text: String) {
        var text = " " + text.lowercased()
        for (long, short) in [
            ("u.s.", "us"), ("’", "'"), ("per-share", "per share"), (" - ", "–"),
            // `A $` are Australian dollars.
            (" a $", " a$"), (" c $", " c$"), (" s $", " s$"),
        ] {
            text = text.replacing(long, with: short)
        }
        for part in text.split(whereSeparator: { "()[]{};|:–—\n".contains($0) }) { add(part) }
    }

    /// Adds a part between brackets or dashes. An exception after the unit goes to the end of the
    /// part; one before it ends at a comma: `Unless stated otherwise, $ in thousands`.
    private mutating func add(_ part: Substring) {
        var hasStatement = false
        for piece in Self.pieces(of: part) {
            let start = Self.exceptions.compactMap { piece.firstRange(of: $0)?.lowerBound }.min()
            let statement = piece[..<(start ?? piece.endIndex)]
            if !statement.allSatisfy(\.isWhitespace) {
                statements.append(UnitStatement(statement))
                hasStatement = true
            }
            guard let start else { continue }
            if hasStatement { return addException(part[start...]) }
            addException(piece[start...])
        }
    }

    private mutating func addException(_ text: Substring) {
        exceptions.append(UnitStatement(text))
        var rest = String(text)
        for price in ["price per share", "share price", "per share", "per ads"]
        where rest.contains(price) {
            exceptsPrices = true
            rest = rest.replacing(price, with: "")
        }
        if rest.contains("share") { exceptsShares = true }
        let links = ["for", "and", "or", "other", "than", "&"] + Self.exceptions
        exceptsMoney =
            exceptsMoney
            || rest.split(separator: " ").split { links.contains(String($0)) }.contains {
                Metric(named: $0.joined(separator: " "))?.unit.dimension == .money
            }
    }

    /// The parts of a text between commas that are not within a number.
    private static func pieces(of part: Substring) -> [Substring] {
        var pieces: [Substring] = []
        var start = part.startIndex
        for index in part.indices where part[index] == "," {
            let next = part.index(after: index)
            let isInNumber =
                part[..<index].last?.isNumber == true && part[next...].first?.isNumber == true
            guard !isInNumber else { continue }
            pieces.append(part[start..<index])
            start = next
        }
        return pieces + [part[start...]]
    }

    private static let exceptions = ["except", "unless", "other than", "excluding"]
}
