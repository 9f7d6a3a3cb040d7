import Mining
import Reporting
import Workbooks

/// The numbers of a chart as the table of a sheet, and the series that draw its cells.
///
/// Places come first, and a column for each series follows. Programs interrupt a line only at an
/// empty cell, so a line that is interrupted between two values goes on in a column beside its own.
/// Series that skip each other's days have their own columns of days, with an empty row at each
/// interruption.
struct ChartTable {
    /// The numbers.
    private(set) var table: Table
    private(set) var places = SheetChart.Places.names
    /// What is drawn, by the columns of the table.
    private(set) var lines: [Line] = []

    /// A part of the table that is drawn with one color.
    struct Line {
        /// Nil if it goes on with the one before.
        var name: String?
        /// The index of the series; nil for what is unknown in a stack.
        var series: Int?
        var placeColumn: Int
        var column: Int
        /// What is special about its values, by row.
        var looks: [Int: ValueLook]
    }

    private let chart: DisplayChart
    private var columns: [Column] = []
    /// The cells of each column.
    private var cells: [[Cell]] = []

    init(_ chart: DisplayChart, name: String) {
        self.chart = chart
        table = Table(name: name, title: chart.title, columns: [], rows: [])
        if case .days = chart.axis, chart.kind == .line,
            chart.series.contains(where: { !$0.skips.isEmpty })
        {
            places = .ownDays
            for index in chart.series.indices { addOwnPlaces(of: index) }
        } else {
            addPlaces()
            for index in chart.series.indices { addValues(of: index) }
            addUnknown()
        }
        let count = cells.map(\.count).max() ?? 0
        table = Table(
            name: name, title: chart.title, columns: columns,
            rows: (0..<count).map { row in
                cells.map { $0.indices.contains(row) ? $0[row] : .missing }
            })
    }

    // MARK: Columns

    private mutating func addPlaces() {
        switch chart.axis {
        case .names:
            add(
                Column("place", chart.axis.isTime ? "Period" : "Name", .text),
                chart.labels.map(Cell.text))
        case .days(let days):
            places = chart.kind == .line ? .days : .names
            add(Column("place", "Day", .date), days.map(Cell.date))
        case .numbers(let numbers, let unit):
            places = chart.kind == .line ? .numbers : .names
            let decimals = numbers.map(digitsAfterPoint).max() ?? 0
            add(
                Column("place", "Place", .number, unit: unit),
                numbers.map { .number(Number($0, decimals: decimals, isSigned: true)) })
        }
    }

    /// Adds the values of a series; those behind an interruption are in a second column.
    private mutating func addValues(of index: Int) {
        let series = chart.series[index]
        var cells = [[Cell]](
            repeating: Array(repeating: .missing, count: series.values.count), count: 2)
        var looks: [[Int: ValueLook]] = [[:], [:]]
        var column = 0
        var last: Int?
        for run in chart.kind == .line ? chart.runs(of: index) : [Array(series.values.indices)] {
            if let first = run.first, let last, first == last + 1 { column = 1 - column }
            last = run.last
            for place in run {
                cells[column][place] = cell(index, at: place)
                let look = chart.look(index, at: place)
                if !look.isEmpty, series.values[place] != nil { looks[column][place] = look }
            }
        }
        for (part, heading) in [(0, series.name), (1, "\(series.name) (goes on)")]
        where part == 0 || cells[part].contains(where: { $0 != .missing }) {
            lines.append(
                Line(
                    name: part == 0 ? series.name : nil, series: index, placeColumn: 0,
                    column: columns.count, looks: looks[part]))
            add(Column(series.name, heading, .number, unit: chart.unit), cells[part])
        }
    }

    /// Adds the days of a series and its values, with an empty row at each interruption.
    private mutating func addOwnPlaces(of index: Int) {
        guard case .days(let days) = chart.axis else { return }
        var dates: [Cell] = []
        var values: [Cell] = []
        var looks: [Int: ValueLook] = [:]
        for run in chart.runs(of: index) {
            if !dates.isEmpty {
                dates.append(.missing)
                values.append(.missing)
            }
            for place in run {
                let look = chart.look(index, at: place)
                if !look.isEmpty { looks[dates.count] = look }
                dates.append(.date(days[place]))
                values.append(cell(index, at: place))
            }
        }
        let name = chart.series[index].name
        lines.append(
            Line(
                name: name, series: index, placeColumn: columns.count, column: columns.count + 1,
                looks: looks))
        add(Column("day", "Day", .date), dates)
        add(Column(name, name, .number, unit: chart.unit), values)
    }

    /// Adds the parts of a stack that are unknown. They are drawn, but they are no figures.
    private mutating func addUnknown() {
        guard chart.hasOutline else { return }
        lines.append(
            Line(name: "not known", series: nil, placeColumn: 0, column: columns.count, looks: [:]))
        let heights = chart.labels.indices.map { place -> Cell in
            guard let unknown = chart.unknown(at: place), unknown.hasHeight else { return .missing }
            var number = chart.number(unknown.to - unknown.from)
            number.suffix = "not known"
            return .number(number)
        }
        add(
            Column("unknown", "Not known, drawn as the nearest figures", .number, unit: chart.unit),
            heights)
    }

    private mutating func add(_ column: Column, _ cells: [Cell]) {
        columns.append(column)
        self.cells.append(cells)
    }

    private func cell(_ index: Int, at place: Int) -> Cell {
        chart.number(index, at: place).map(Cell.number) ?? .missing
    }
}

extension ChartTable {
    /// The chart that draws the table from the sheet with this name.
    func chart(on sheet: String) -> SheetChart {
        let rows = 2...max(table.rows.count + 1, 2)
        func range(_ column: Int) -> SheetRange {
            SheetRange(sheet: sheet, cells: CellRange(rows: rows, columns: column...column))
        }
        let kind: SheetChart.Kind =
            switch chart.kind {
            case .line: .lines
            case .bars: .bars(areHorizontal: !chart.axis.isTime)
            case .stacked: .stack(isHorizontal: !chart.axis.isTime)
            }
        return SheetChart(
            title: chart.title, unit: chart.unit, kind: kind, places: places,
            showsMonths: places == .days && chart.axis.spansMonths,
            series: lines.map { line in
                let look = line.series.map { SeriesColor($0) }
                return ChartSeries(
                    name: line.name, places: range(line.placeColumn), values: range(line.column),
                    color: look?.hexadecimal ?? SeriesColor.unknown, width: look?.lineWidth ?? 0,
                    fill: look.map { $0.round == 0 ? .solid : .dotted } ?? .none,
                    looks: line.looks.mapValues(\.inSheet))
            })
    }
}

extension Chart.Axis {
    /// Whether its days are ends of months, or too many to be named.
    fileprivate var spansMonths: Bool {
        guard case .days(let days) = self, let first = days.first, let last = days.last else {
            return false
        }
        return days.allSatisfy(\.isLastOfMonth) || last.number - first.number > 200
    }
}

extension ValueLook {
    fileprivate var inSheet: ChartSeries.Look {
        var look: ChartSeries.Look = []
        if contains(.estimated) { look.insert(.hatched) }
        if contains(.carried) { look.insert(.light) }
        return look
    }
}
