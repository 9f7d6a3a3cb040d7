import CSV
import Mining

/// The cells of what the program has words for, as they are written, side by side: looked up
/// and put in quotes once and not for every row.
struct KnownCells {
    private(set) var bytes: [UInt8] = []
    // Where in `bytes` the cell of each is; raw values count from 1.
    private var metrics: [Range<Int>] = []
    private var units: [Range<Int>] = []
    private var statuses: [Range<Int>] = []

    static let all = KnownCells()

    private init() {
        metrics = Metric.allCases.map { add($0.code) }
        units = Unit.allCases.map { add($0.code) }
        statuses = Status.allCases.map { add($0.name) }
    }

    subscript(metric: Metric) -> Range<Int> { metrics[metric.rawValue - 1] }

    subscript(unit: Unit) -> Range<Int> { units[unit.rawValue - 1] }

    subscript(status: Status) -> Range<Int> { statuses[status.rawValue - 1] }

    private mutating func add(_ word: String) -> Range<Int> {
        var writer = CSVWriter(neutralizesFormulas: true)
        writer.append(text: word)
        bytes += writer.output
        return (bytes.count - writer.output.count)..<bytes.count
    }
}
