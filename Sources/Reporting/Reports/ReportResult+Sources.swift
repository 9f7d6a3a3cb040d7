import Mining

extension ReportResult {
    /// The document with one more table, `sources`: every observation that its computed figures rest
    /// on, in the order of their first use. Without one if it has no computed figures.
    package var documentWithSources: Document {
        var result = document
        let expression = Expression.sum(explainedFigures.compactMap(\.figure.expression))
        let observations = expression.inputs.map(\.observation)
        if !observations.isEmpty {
            result.tables.append(.observations("sources", "Sources", observations))
        }
        return result
    }
}
