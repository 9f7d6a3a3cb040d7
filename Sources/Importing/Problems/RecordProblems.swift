/// The problems of one record: all are counted, the first ones are kept.
struct RecordProblems {
    private(set) var count = 0
    private(set) var kept: [Kept] = []
    /// A label that is not a metric. It is reported once for the file and does not count here.
    var label: BadLabel?
    /// How many problems are kept.
    private let room: Int

    /// A problem: the name of its column, and the index of its field. Both are nil if it concerns
    /// the whole record; only the index is nil if no single field is wrong.
    struct Kept {
        let column: String?
        let field: Int?
        let reason: ImportProblem.Reason
    }

    init(room: Int) {
        self.room = room
    }

    var isEmpty: Bool { count == 0 && label == nil }

    /// Counts a problem, and keeps it while there is room.
    ///
    /// `reason` is evaluated only if it is kept: searching for the nearest name is slow, and every
    /// row of a file may be bad.
    mutating func add(
        _ column: String?, field: Int? = nil, _ reason: @autoclosure () -> ImportProblem.Reason
    ) {
        count += 1
        if kept.count < room {
            kept.append(Kept(column: column, field: field, reason: reason()))
        }
    }
}
