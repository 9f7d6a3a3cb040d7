import Mining
import Reporting

/// How far a long import has come, on stderr if that is a terminal which can erase a line: one line
/// that is overwritten every second, and erased at the end.
final class Progress {
    private let isShown = Streams.stderrIsTerminal && Streams.terminalHasEscapes
    private var last = Timestamp.now
    private var hasLine = false

    /// Shows the number of rows read from a file if a second has passed.
    func show(_ file: String, _ rows: Int) {
        guard isShown, Timestamp.now > last else { return }
        last = .now
        hasLine = true
        Streams.show("\(file.visible): \(rows) rows …")
    }

    /// Erases the line, if there is one.
    func end() {
        if hasLine { Streams.show("") }
        hasLine = false
    }
}
