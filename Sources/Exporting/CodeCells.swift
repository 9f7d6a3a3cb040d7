import CSV
import Mining

/// The CSV cells of all metrics, units and statuses, encoded and quoted once instead of for every
/// row.
struct CodeCells {
    /// All cells, one after the other.
    private(set) var bytes: [UInt8] = []
    // Where in `bytes` each cell is. Raw values are counted from 1, indices from 0.
    private var metrics: [Range<Int>] = []
    private var units: [Range<Int>] = []
    private var statuses: [Range<Int>] = []

    static let all = CodeCells()

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
