import Mining

/// A figure of each company: its definition, and how to compute it from a row of the report.
struct CompanyColumn<Row> {
    let definition: FigureDefinition
    let figure: (Row) -> ComputedFigure
    /// A column of words that follows it, such as what the figure rests on; nil if it has none.
    var remark: (column: Column, cell: (Row) -> Cell)?

    init(_ definition: FigureDefinition, _ figure: @escaping (Row) -> ComputedFigure) {
        self.definition = definition
        self.figure = figure
    }

    /// A metric as published.
    init(_ metric: Metric, title: String? = nil, _ figure: @escaping (Row) -> ComputedFigure) {
        self.init(FigureDefinition(metric, title: title), figure)
    }
}
