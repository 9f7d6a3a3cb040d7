import Mining

/// A table with a column for each period and a row for each company or figure.
struct PeriodTable {
    private let title: String
    private let periods: [Period]
    /// Whether rows are different figures, so that each needs a code, title and unit.
    private let hasFigures: Bool
    private let name: String
    private var rows: [Row] = []

    private struct Row {
        let subject: String
        let title: String
        let definition: FigureDefinition
        let figures: [ComputedFigure]
    }

    /// A table of one figure of companies; with `hasFigures`, of several figures.
    init(title: String, periods: [Period], name: String = "companies", hasFigures: Bool = false) {
        self.title = title
        self.periods = periods
        self.name = name
        self.hasFigures = hasFigures
    }

    /// Adds a row; `figures` has one for each period.
    mutating func append(
        _ subject: String, _ title: String, _ definition: FigureDefinition,
        _ figures: [ComputedFigure]
    ) {
        rows.append(Row(subject: subject, title: title, definition: definition, figures: figures))
    }

    var hasRows: Bool { !rows.isEmpty }

    /// The conflicts of all figures, in their order.
    var conflicts: [InputConflict] { rows.flatMap { $0.figures.flatMap(\.conflicts) } }

    var table: Table {
        let unit = rows.first?.definition.unit
        return Table(
            name: name, title: title,
            columns: (hasFigures ? Self.figureColumns : Self.companyColumns)
                + periods.map { period in
                    Column(
                        "\(period)", "\(period)", .number, unit: hasFigures ? nil : unit?.code,
                        shownUnit: hasFigures ? nil : unit?.shown)
                },
            rows: rows.map { row in
                let unit = row.definition.unit
                let leading: [Cell] =
                    hasFigures
                    ? [
                        .text(row.definition.code), .text(row.title),
                        .worded(unit.code, shown: unit.shown),
                    ] : [.text(row.subject), .text(row.title)]
                return leading
                    + row.figures.map { .number($0, as: row.definition, digits: nil) }
            })
    }

    private static let companyColumns = [
        Column("ticker", "Ticker", .text), .companyName,
    ]

    private static let figureColumns = [
        Column("figure", "Code", .text, audience: .programs), Column("title", "Figure", .text),
        Column("unit", "Unit", .text),
    ]

    var explainedFigures: [ExplainedFigure] {
        rows.flatMap { row in
            zip(periods, row.figures).map { period, figure in
                ExplainedFigure(
                    definition: row.definition, subject: row.subject, period: "\(period)",
                    figure: figure)
            }
        }
    }

    /// The rows as lines over the periods, with the numbers of the table.
    func chart(_ name: String, _ definition: FigureDefinition) -> Chart {
        let (table, leading) = (table, Self.companyColumns.count)
        return Chart(
            name, title, .line, unit: definition.unit.shown,
            axis: .names(periods.map { "\($0)" }),
            series: zip(rows, table.rows).map { row, cells in
                Chart.Series(
                    row.subject,
                    numbers: cells[leading...].map { cell in
                        if case .number(let number) = cell { number } else { nil }
                    })
            })
    }
}
