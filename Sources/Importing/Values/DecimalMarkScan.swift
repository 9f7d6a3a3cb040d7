import CSV
import Mining

/// Finds numbers such as `18.005` or `1,875` that may mean eighteen thousand or eighteen, in
/// columns where no other number shows which.
///
/// Files with semicolons or tabs come from spreadsheets that may write a decimal comma, so every
/// such number in them is unclear. In other files only a comma in a figure that usually has
/// decimals is unclear (`Unit.isUsuallyFraction`). Nothing is scanned if an option gives the
/// decimal mark.
struct DecimalMarkScan {
    /// What the numbers of one column show.
    private struct Column {
        /// The name for messages.
        var name: String
        /// The first number with exactly three digits after its only point or comma.
        var unclear: (text: String, line: Int)?
        /// Whether the column need not be scanned any more: a number shows that the point is the
        /// decimal mark, or a number with another mark was reported already.
        var isSettled = false
    }

    /// By a key that tells the columns apart.
    private var columns: [Column?] = []
    /// Whether a comma or a point is as likely the decimal mark.
    private let isOpen: Bool

    /// A scan of a file; nil if an option gives the decimal mark.
    init?(_ options: ImportOptions) {
        guard options.decimal == nil else { return nil }
        isOpen = options.delimiter == .semicolon || options.delimiter == .tab
    }

    /// Whether values of a column still have to be added.
    @inline(__always)
    func watches(key: Int) -> Bool { key >= columns.count || columns[key]?.isSettled != true }

    /// Adds a cell that was read as a value in `unit`, of a metric of companies or else of the
    /// network. `name` is the name of its column.
    mutating func add(
        _ cell: Span<UInt8>, in unit: Unit, isOfNetwork: Bool, key: Int, name: String, line: Int
    ) {
        guard let start = cell.indices.first(where: { cell[$0] &- .zero <= 9 }) else { return }
        var (mark, markCount, end) = (0, 0, start)
        while end < cell.count, cell[end] &- .zero <= 9 || [.point, .comma].contains(cell[end]) {
            if cell[end] &- .zero > 9 {
                if markCount == 0 { mark = end }
                markCount += 1
            }
            end += 1
        }
        guard markCount > 0 else { return }
        let isGroup = 1...3 ~= mark - start && cell[start] != .zero && end - mark == 4
        guard markCount == 1, isGroup else {
            settle(key)
            return
        }
        if !isOpen, cell[mark] == .point {
            // Nobody groups thousands by points in a file with commas.
            settle(key)
        } else if isOpen || unit.isUsuallyFraction(isOfNetwork: isOfNetwork),
            column(key)?.unclear == nil
        {
            reserve(key)
            columns[key] = Column(name: name, unclear: (cell.shownText, line))
        }
    }

    /// Notes that a number of a column was reported, because its separators are not where those of a
    /// number with a decimal point are.
    mutating func addReported(key: Int) { settle(key) }

    /// Reports the first number of each column whose numbers may mean two things.
    func report(to diagnostics: inout Diagnostics, file: String) {
        let problems = columns.compactMap { column -> ImportProblem? in
            guard let column, let (text, line) = column.unclear, !column.isSettled else {
                return nil
            }
            return ImportProblem(
                file: file, line: line, column: column.name, reason: .unclearDecimalMark(text))
        }
        // Of one line in the order of the columns: this sort keeps the order of equals.
        for problem in problems.sorted(by: { $0.line < $1.line }) { diagnostics.report(problem) }
    }

    private func column(_ key: Int) -> Column? { key < columns.count ? columns[key] : nil }

    private mutating func settle(_ key: Int) {
        reserve(key)
        var column = columns[key] ?? Column(name: "")
        column.isSettled = true
        columns[key] = column
    }

    private mutating func reserve(_ key: Int) {
        while columns.count <= key { columns.append(nil) }
    }
}

extension Unit {
    /// Whether figures in this unit are usually written with decimals, so that `9,370` may as well
    /// be 9.370: a price of a share, of hashrate or of power, an efficiency, billions of dollars, a
    /// company's hashrate in EH/s.
    fileprivate func isUsuallyFraction(isOfNetwork: Bool) -> Bool {
        switch dimension {
        case .pricePerShare, .pricePerEnergy, .efficiency, .bitcoinPerDay, .multiple: true
        case .pricePerHashrate: self != .dollarPerExahashDay
        case .percentage: self == .percent
        case .money: self == .billionDollars || self == .trillionDollars
        case .hashrate: self == .exahashPerSecond && !isOfNetwork
        case .bitcoin, .pricePerBitcoin, .count, .power, .energy, .difficulty: false
        }
    }
}
