/// Writes text for a terminal, line by line, with bold, dim and colored text if the terminal shows
/// colors.
struct TerminalWriter {
    /// How text looks.
    enum Style {
        case plain, bold, dim
        /// The color of the series with this index in a chart.
        case series(Int)
    }

    let screen: Screen
    /// What has been written so far, in UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Spaces that are written only once text follows, so that no line ends in spaces.
    private var spaces = 0

    init(screen: Screen) { self.screen = screen }

    /// Moves `count` cells to the right; not at all if `count` is negative.
    mutating func space(_ count: Int) { spaces += max(0, count) }

    /// Writes text on the current line.
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
                // Blue, red, green, magenta, yellow, cyan, bright blue, bright red.
                ("\u{1B}[\([34, 31, 32, 35, 33, 36, 94, 91][index % 8])m", "\u{1B}[39m")
            }
        if let codes { bytes.append(contentsOf: codes.on.utf8) }
        bytes.append(contentsOf: text.utf8)
        if let codes { bytes.append(contentsOf: codes.off.utf8) }
    }

    /// Ends the current line.
    mutating func endLine() {
        spaces = 0
        bytes.append(UInt8(ascii: "\n"))
    }

    /// Writes an empty line unless nothing has been written yet.
    mutating func beginBlock() {
        if !bytes.isEmpty { endLine() }
    }

    /// Writes a paragraph, wrapped at the width of the screen. All lines but the first are indented
    /// by `indent` spaces.
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
