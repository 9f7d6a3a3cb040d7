import Mining

extension ReportResult {
    /// The document with one more table, `sources`: every observation that its computed figures rest
    /// on, in the order of their first use. It is called `inputs` if the report has a table of sources
    /// itself. Without one if there are no computed figures.
    package var documentWithSources: Document {
        var result = document
        let expression = Expression.sum(explainedFigures.compactMap(\.figure.expression))
        let observations = expression.inputs.map(\.observation)
        if !observations.isEmpty {
            let isTaken = result.tables.contains { $0.name == "sources" }
            result.tables.append(
                isTaken
                    ? .observations("inputs", "Inputs of the computed figures", observations)
                    : .observations("sources", "Sources", observations))
        }
        return result
    }
}
