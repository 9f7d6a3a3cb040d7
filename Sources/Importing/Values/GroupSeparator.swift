/// What parts the whole digits of a number from its decimals.
package enum DecimalMark: String, Sendable, CaseIterable {
    case point, comma

    var byte: UInt8 { self == .point ? .point : .comma }
    /// What groups thousands beside it.
    fileprivate var grouping: UInt8 { self == .point ? .comma : .point }
}

/// What parts groups of thousands: a comma (a point, where the comma is the decimal mark), or
/// between two digits a space or an apostrophe.
///
/// All of a number's separators are the same one, its first group has one to three digits, and
/// every other three. Anything else is a mistake, so that two numbers, or a number and the mark
/// of its footnote, never become one: `38 500` is a number, `38 50` and `38.5 2` are none.
enum GroupSeparator: Equatable {
    /// The comma or the point.
    case mark
    case space(Space)
    /// `'`, or the typographic U+2019.
    case apostrophe(length: Int)

    var length: Int {
        switch self {
        case .mark: 1
        case .space(let space): space.length
        case .apostrophe(let length): length
        }
    }

    /// The separator that begins at `index`; `nil` where there is none.
    init?(_ cell: Span<UInt8>, at index: Int, _ mark: DecimalMark) {
        if cell[index] == mark.grouping {
            self = .mark
            return
        }
        if let space = Space(cell, at: index) {
            self = .space(space)
        } else if cell[index] == UInt8(ascii: "'") {
            self = .apostrophe(length: 1)
        } else if cell.hasBytes(0xE2, 0x80, 0x99, at: index) {
            self = .apostrophe(length: 3)
        } else {
            return nil
        }
        let next = index + length
        guard index > 0, cell[index - 1] &- .zero <= 9, next < cell.count, cell[next] &- .zero <= 9
        else { return nil }
    }

    /// What is wrong where it does not part groups of three.
    func mistake(_ mark: DecimalMark) -> ValueText.Mistake {
        guard self == .mark else { return .looseDigits }
        return mark == .point ? .misplacedComma : .misplacedPoint
    }
}

/// A space within a number.
enum Space {
    case ordinary
    /// U+00A0
    case noBreak
    /// U+202F
    case narrow
    /// U+2009
    case thin

    var length: Int {
        switch self {
        case .ordinary: 1
        case .noBreak: 2
        case .narrow, .thin: 3
        }
    }

    /// The space that begins at `index`; `nil` where there is none.
    init?(_ cell: Span<UInt8>, at index: Int) {
        guard index < cell.count else { return nil }
        if cell[index] == .space {
            self = .ordinary
        } else if cell[index] == 0xC2, index + 1 < cell.count, cell[index + 1] == 0xA0 {
            self = .noBreak
        } else if cell.hasBytes(0xE2, 0x80, 0xAF, at: index) {
            self = .narrow
        } else if cell.hasBytes(0xE2, 0x80, 0x89, at: index) {
            self = .thin
        } else {
            return nil
        }
    }
}

extension Span<UInt8> {
    fileprivate func hasBytes(_ a: UInt8, _ b: UInt8, _ c: UInt8, at index: Int) -> Bool {
        index + 2 < count && self[index] == a && self[index + 1] == b && self[index + 2] == c
    }
}

extension UInt8 {
    static let point = UInt8(ascii: ".")
    static let comma = UInt8(ascii: ",")
}
