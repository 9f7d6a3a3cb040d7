/// A separator between groups of thousands: a comma (a point if the comma is the decimal mark), or,
/// between two digits, a space or an apostrophe.
///
/// All separators of a number must be the same, its first group has one to three digits, and every
/// other group has three. Anything else is an error, so that two numbers, or a number and a
/// footnote mark, are never read as one number: `38 500` is a number, `38 50` and `38.5 2` are not.
enum GroupSeparator: Equatable {
    /// The comma or the point.
    case mark
    case space(NumberSpace)
    /// `'`, or the typographic U+2019.
    case apostrophe(length: Int)

    /// The length in bytes.
    var length: Int {
        switch self {
        case .mark: 1
        case .space(let space): space.length
        case .apostrophe(let length): length
        }
    }

    /// The separator that begins at `index`; nil if there is none.
    init?(_ cell: Span<UInt8>, at index: Int, _ mark: DecimalMark) {
        if cell[index] == mark.grouping {
            self = .mark
            return
        }
        if let space = NumberSpace(cell, at: index) {
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
}

/// A space inside a number.
enum NumberSpace {
    case ordinary
    /// U+00A0
    case noBreak
    /// U+202F
    case narrow
    /// U+2009
    case thin

    /// The length in bytes.
    var length: Int {
        switch self {
        case .ordinary: 1
        case .noBreak: 2
        case .narrow, .thin: 3
        }
    }

    /// The space that begins at `index`; nil if there is none.
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
