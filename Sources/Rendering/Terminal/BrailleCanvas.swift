/// A canvas of dots for a terminal. Each cell shows 2 × 4 dots as a Braille character (U+2800 to
/// U+28FF).
struct BrailleCanvas {
    let columns: Int
    let rows: Int
    /// For each cell its dots, as bits of the character, and the series that drew last in it.
    private var cells: [(dots: UInt32, series: Int)]

    /// An empty canvas of this many cells.
    init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = Array(repeating: (0, 0), count: columns * rows)
    }

    /// The x coordinate of the rightmost dots.
    var right: Double { Double(columns * 2 - 1) }
    /// The y coordinate of the lowest dots; y grows downwards.
    var bottom: Double { Double(rows * 4 - 1) }

    /// Draws a straight line, both ends included.
    mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), series: Int
    ) {
        let steps = max(1, max(abs(end.x - start.x), abs(end.y - start.y)).rounded(.up))
        for step in 0...Int(steps) {
            let part = Double(step) / steps
            dot(
                x: Int((start.x + (end.x - start.x) * part).rounded()),
                y: Int((start.y + (end.y - start.y) * part).rounded()), series: series)
        }
    }

    private mutating func dot(x: Int, y: Int, series: Int) {
        guard (0..<columns * 2).contains(x), (0..<rows * 4).contains(y) else { return }
        // Braille numbers its dots down the left column, then down the right one; the fourth row
        // was added later and has the highest numbers.
        let bit = y % 4 == 3 ? 6 + x % 2 : y % 4 + x % 2 * 3
        let cell = y / 4 * columns + x / 2
        cells[cell] = (cells[cell].dots | 1 << UInt32(bit), series)
    }

    /// The cells of a row, grouped by series. A group whose series is nil has no dots.
    func pieces(row: Int) -> [(text: String, series: Int?)] {
        var pieces: [(text: String, series: Int?)] = []
        for cell in cells[(row * columns)..<((row + 1) * columns)] {
            let series = cell.dots == 0 ? nil : cell.series
            let scalar = Unicode.Scalar(0x2800 + cell.dots) ?? " "
            let text = cell.dots == 0 ? " " : String(scalar)
            if let last = pieces.last, last.series == series {
                pieces[pieces.count - 1].text += text
            } else {
                pieces.append((text, series))
            }
        }
        return pieces
    }
}
