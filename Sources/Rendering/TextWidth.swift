/// Text measured in the cells of a terminal: most characters take one, East Asian wide ones and
/// emoji two, combining marks none.
///
/// Terminals differ about the rarer sequences; this counts as most of them do. Ambiguous
/// characters count as narrow.
extension String {
    /// The cells that this text takes; it has no hidden characters (`visible`).
    var width: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return reduce(0) { $0 + $1.width }
    }

    /// This text in at most `width` cells, its end replaced by `…` where it is wider.
    func shortened(to width: Int) -> String {
        if self.width <= width { return self }
        var room = width - 1
        let kept = prefix { character in
            room -= character.width
            return room >= 0
        }
        return kept + "…"
    }
}

/// `words` in lines of at most `width` cells, with a space between them. A word that is wider
/// has a line for itself.
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
        // U+FE0F asks for the picture of an emoji that is text otherwise.
        let isPicture =
            scalars.contains("\u{FE0F}") && scalars.contains(where: \.properties.isEmoji)
        return isPicture ? 2 : scalars.reduce(0) { $0 + $1.width }
    }
}

extension Unicode.Scalar {
    fileprivate var width: Int {
        // U+1100 is the first wide one, U+0300 the first combining one.
        if value < 0x300 { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        // Vowels and finals of Hangul syllables join the consonant before them.
        if (0x1160...0x11FF).contains(value) || (0xD7B0...0xD7FF).contains(value) { return 0 }
        return value >= 0x1100 && wide.contains { $0.contains(value) } ? 2 : 1
    }
}

/// The classes W and F of Unicode 16, https://www.unicode.org/Public/16.0.0/ucd/EastAsianWidth.txt,
/// without emoji, and with unassigned gaps taken in.
private let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
    0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FF, 0x1D300...0x1D376, 0x1F200...0x1F265, 0x20000...0x3FFFD,
]
