import Mining
import Reporting

/// How far a long import has come, on stderr where it is a terminal: one line that is written
/// over each second, and wiped at the end.
struct Progress {
    private let isShown = Streams.stderrIsTerminal
    private let start = Timestamp.now
    private var last = Timestamp.now
    private var rows = 0

    /// Counts rows of `file`, and shows them once a second has passed.
    mutating func add(_ count: Int, of file: String) {
        rows += count
        guard isShown, Timestamp.now > last else { return }
        last = .now
        Streams.show("\(file.visible): \(rows) rows …")
    }

    /// Wipes the line, if there is one.
    func end() {
        if last > start { Streams.show("") }
    }
}
