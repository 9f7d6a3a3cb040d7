/// The problems of one record: all are counted, the first ones are kept.
struct RecordProblems {
    private(set) var count = 0
    private(set) var kept: [(column: String?, reason: ImportProblem.Reason)] = []
    /// How many problems are kept.
    private let room: Int

    init(room: Int) {
        self.room = room
    }

    var isEmpty: Bool { count == 0 }

    /// Counts a problem, and keeps it while there is room.
    ///
    /// `reason` is evaluated only if it is kept: searching for the nearest name is slow, and every
    /// row of a file may be bad.
    mutating func add(_ column: String?, _ reason: @autoclosure () -> ImportProblem.Reason) {
        count += 1
        if kept.count < room { kept.append((column, reason())) }
    }
}
