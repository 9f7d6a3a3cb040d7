/// The width of text in terminal cells: most characters take one cell, East Asian wide characters
/// and emoji two, combining marks none.
///
/// Terminals differ for rare sequences; this follows most of them. Characters of ambiguous width
/// count as narrow.
extension String {
    /// The number of cells this text takes. It must not contain hidden characters (see `visible`).
    var width: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.width }
    }

    /// This text in at most `width` cells, with `…` at its end if it was cut off.
    func shortened(to width: Int) -> String {
        if self.width <= width { return self }
        var room = width - 1
        let kept = prefix { character in
            room -= character.width
            return room >= 0
        }
        return kept + "…"
    }

    /// This text in lines of at most `width` cells, broken after a space, `_`, `.`, `/` or `-` if
    /// possible. Nothing is left out. One empty line if the text is empty.
    func broken(to width: Int) -> [String] {
        var lines: [String] = []
        var rest = self[...]
        while String(rest).width > width {
            var room = width
            var end = rest.startIndex
            var place = rest.startIndex
            for index in rest.indices {
                room -= rest[index].width
                if room < 0 { break }
                end = rest.index(after: index)
                if " _./-".contains(rest[index]) { place = end }
            }
            if place == rest.startIndex { place = end }
            // A character that is wider than the line gets one of its own.
            if place == rest.startIndex { place = rest.index(after: place) }
            lines.append(String(rest[..<place]))
            rest = rest[place...]
        }
        if !rest.isEmpty || lines.isEmpty { lines.append(String(rest)) }
        return lines
    }
}

extension String {
    /// This text in lines of at most `width` cells, broken between words; a word that is wider, such as
    /// an address, is broken like `broken`. Only spaces between words are left out. One empty line if
    /// the text is empty.
    func wrapped(to width: Int) -> [String] {
        if self.width <= width { return [self] }
        var lines: [String] = []
        var room = 0
        for word in split(separator: " ").map(String.init) {
            if !lines.isEmpty, word.width < room {
                lines[lines.count - 1] += " " + word
            } else {
                lines += word.broken(to: width)
            }
            room = width - (lines.last?.width ?? 0)
        }
        return lines.isEmpty ? [""] : lines
    }
}

/// Joins words into lines of at most `width` cells. A word wider than that gets a line of its own.
/// Empty if there are no words.
func wrap(_ words: [String], to width: Int) -> [String] {
    var lines: [String] = []
    var room = 0
    for word in words {
        let wordWidth = word.width
        if lines.isEmpty || wordWidth >= room {
            lines.append(word)
            room = width - wordWidth
        } else {
            lines[lines.count - 1] += " " + word
            room -= wordWidth + 1
        }
    }
    return lines
}

extension Character {
    fileprivate var width: Int {
        if utf8.count == 1 { return 1 }
        let scalars = unicodeScalars
        if scalars.contains(where: \.properties.isEmojiPresentation) { return 2 }
        // U+FE0F selects the emoji form of a character that is text otherwise.
        let isEmoji =
            scalars.contains("\u{FE0F}") && scalars.contains(where: \.properties.isEmoji)
        return isEmoji ? 2 : scalars.reduce(0) { $0 + $1.width }
    }
}

extension Unicode.Scalar {
    fileprivate var width: Int {
        // U+0300 is the first combining mark; all wide characters come later.
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // Hangul vowels and final consonants combine with the consonant before them.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        return value >= 0x1100 && wide.contains { $0.contains(value) } ? 2 : 1
    }
}

/// The wide (W) and fullwidth (F) characters of Unicode 16, from
/// https://www.unicode.org/Public/16.0.0/ucd/EastAsianWidth.txt, without emoji and including
/// unassigned code points between them.
private let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
    0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
]
