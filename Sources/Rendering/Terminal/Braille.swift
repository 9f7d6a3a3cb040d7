/// A canvas of dots, eight to a cell of the terminal, as Braille letters have them (U+2800 …).
struct Braille {
    let columns: Int
    let rows: Int
    /// For each cell its dots and who drew the last of them.
    private var cells: [(dots: UInt32, series: Int)]

    init(columns: Int, rows: Int) {
        (self.columns, self.rows) = (columns, rows)
        cells = Array(repeating: (0, 0), count: columns * rows)
    }

    /// The farthest dot to the right and down.
    var right: Double { Double(columns * 2 - 1) }
    var bottom: Double { Double(rows * 4 - 1) }

    /// Draws from one dot to another, both included.
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
        // Dots are numbered down the left column, then down the right; the fourth row was added
        // to Braille last.
        let bit = y % 4 == 3 ? 6 + x % 2 : y % 4 + x % 2 * 3
        let cell = y / 4 * columns + x / 2
        cells[cell] = (cells[cell].dots | 1 << UInt32(bit), series)
    }

    /// The cells of a row in pieces of one series each; `nil` is a piece without dots.
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
