import Mining

/// A figure of a company, and how it follows from what a report has read of one.
struct CompanyColumn<Row> {
    let definition: FigureDefinition
    let figure: (Row) -> Computed

    init(_ definition: FigureDefinition, _ figure: @escaping (Row) -> Computed) {
        self.definition = definition
        self.figure = figure
    }

    /// A metric as it is published.
    init(_ metric: Metric, title: String? = nil, _ figure: @escaping (Row) -> Computed) {
        self.init(FigureDefinition(metric, title: title), figure)
    }
}
