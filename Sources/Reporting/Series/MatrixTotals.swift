import Mining

/// The sums of a metric over the members, period by period, with their changes over the same members.
struct MatrixTotals {
    private let metric: Metric
    private let periods: [Period]
    private let sums: [ComputedFigure]
    /// Which market caps of each period are share price times shares.
    private let methods: [SectorMethods]

    /// The sum of each period over those who are members at its end. nil for a metric that does not
    /// add up, such as a price.
    init?<Source: Book>(
        of metric: Metric, over periods: [Period], _ context: ReportContext<Source>
    ) throws(Source.Failure) {
        guard metric.addsUp else { return nil }
        self.metric = metric
        self.periods = periods
        let found = try periods.map { (period) throws(Source.Failure) in
            let members = context.scopeMembers.members(on: period.last)
            let figures = try members.map { (member) throws(Source.Failure) in
                (ticker: member.ticker, figure: try context.figure(metric, of: member, in: period))
            }
            let sum = ComputedFigure.sum(
                figures, of: members, on: period.last, in: context.scopeMembers.scope, metric.code)
            return (try context.reader.withConflicts(sum), SectorMethods(of: figures))
        }
        sums = found.map(\.0)
        methods = found.map(\.1)
    }

    private var definition: FigureDefinition { FigureDefinition(metric, title: "Sum") }

    /// The sum's changes from period to period.
    private var changes: ChangeTable {
        var changes = ChangeTable(periods)
        let steps = zip(sums, sums.dropFirst()).enumerated().map { index, pair -> ComparedFigure in
            let mismatch =
                metric == .marketCap
                ? methods[index + 1].mismatch(with: methods[index], for: .marketCap) : nil
            if let mismatch {
                return ComparedFigure(definition, pair.1, before: pair.0, mismatch: mismatch)
            }
            return ComparedFigure(
                definition, pair.1, before: pair.0,
                over: metric.kind == .flow ? (periods[index + 1], periods[index]) : nil)
        }
        changes.append(definition, steps, isSum: true)
        return changes
    }

    /// Why changes are not shown, and what the sums and their changes rest on.
    var notes: [String] { changes.notes }

    /// Rows: the sum, how many members it has, its change and how many members that is over.
    var table: Table {
        let unit = definition.unit
        let sumRow: [Cell] =
            [.text(metric.code), .text("Sum"), .worded(unit.code, shown: unit.shown)]
            + sums.map { .number($0, as: definition, digits: nil) }
        let memberRow: [Cell] =
            [.text("members"), .text("Members with a figure"), .worded("count", shown: "count")]
            + sums.map { .count($0.coverage?.known) }
        let changeTable = changes.table
        // The first period has no change.
        let changeRows = changeTable.rows.map { Array($0[..<3]) + [.missing] + $0[3...] }
        return Table(
            name: "totals", title: "Sums of the members, and their changes over the same members",
            columns: Array(changeTable.columns[..<3])
                + periods.map { Column("\($0)", "\($0)", .number) },
            rows: periods.isEmpty ? [] : [sumRow, memberRow] + changeRows)
    }
}

extension Metric {
    /// Whether the figures of several companies have a sum that means something.
    fileprivate var addsUp: Bool {
        switch self {
        case .sharePrice, .sharesOutstanding, .fleetEfficiency, .powerPrice, .powerCostPerBtc:
            false
        default: subjects.contains(.company)
        }
    }
}

extension SectorMethods {
    /// Which of these market caps are share price times shares.
    fileprivate init(of figures: [(ticker: String, figure: ComputedFigure)]) {
        self.init()
        for (ticker, figure) in figures where figure.expression != nil {
            derivesMarketCap[ticker] = figure.marks.contains(.derived)
        }
    }
}
