import Reporting

/// How a chart shows what a reader must know about a value: an estimate is hatched (a line to it
/// dashed), a carried value is lighter. Nothing else is hatched or lighter.
struct ValueLook: OptionSet, Hashable {
    let rawValue: Int

    static let estimated = ValueLook(rawValue: 1)
    static let carried = ValueLook(rawValue: 2)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ marks: [Number.Mark]) {
        self = []
        if marks.contains(.estimated) { insert(.estimated) }
        if marks.contains(.carried) { insert(.carried) }
    }

    /// The CSS classes, each after a space.
    var names: String {
        (contains(.estimated) ? " estimated" : "") + (contains(.carried) ? " carried" : "")
    }

    /// ` (estimated, carried)`, for the text of a value; empty if there is nothing to know.
    var inWords: String {
        let words = [
            contains(.estimated) ? "estimated" : nil, contains(.carried) ? "carried" : nil,
        ].compactMap(\.self)
        return words.isEmpty ? "" : " (\(words.joined(separator: ", ")))"
    }
}
