/// Lines of text for a screen, written from left to right and from top to bottom.
struct Page {
    enum Style {
        case plain, bold, dim
        /// The color of a series of a chart.
        case series(Int)
    }

    let screen: Screen
    private(set) var bytes: [UInt8] = []
    /// Held back until text follows them, so that no line ends in spaces.
    private var spaces = 0

    init(screen: Screen) { self.screen = screen }

    /// Moves on by `count` cells; by none where that is negative.
    mutating func space(_ count: Int) { spaces += max(0, count) }

    mutating func write(_ text: String, _ style: Style = .plain) {
        if text.isEmpty { return }
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: spaces))
        spaces = 0
        let codes: (on: String, off: String)? =
            switch style {
            case _ where !screen.color: nil
            case .plain: nil
            case .bold: ("\u{1B}[1m", "\u{1B}[22m")
            case .dim: ("\u{1B}[2m", "\u{1B}[22m")
            case .series(let index):
                // Blue, red, green, magenta, yellow, cyan, and two bright ones.
                ("\u{1B}[\([34, 31, 32, 35, 33, 36, 94, 91][index % 8])m", "\u{1B}[39m")
            }
        if let codes { bytes.append(contentsOf: codes.on.utf8) }
        bytes.append(contentsOf: text.utf8)
        if let codes { bytes.append(contentsOf: codes.off.utf8) }
    }

    mutating func endLine() {
        spaces = 0
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Leaves a line empty below what there is.
    mutating func beginBlock() {
        if !bytes.isEmpty { endLine() }
    }

    /// `text` wrapped between words; the lines after the first begin with `indent` spaces.
    mutating func append(paragraph text: String, indent: Int = 0, _ style: Style = .plain) {
        var lines = [text]
        if let width = screen.width {
            let words = text.split(separator: " ").map(String.init)
            lines = wrap(words, to: width - indent)
        }
        for (index, line) in lines.enumerated() {
            space(index == 0 ? 0 : indent)
            write(line, style)
            endLine()
        }
    }
}
