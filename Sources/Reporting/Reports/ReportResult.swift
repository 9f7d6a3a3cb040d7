import Mining

/// A computed report: the document to print, and how each of its figures was computed.
package struct ReportResult: Sendable {
    /// Tables, charts and notes, to be rendered in any format.
    package var document: Document
    /// In the order of the document. A figure of several companies or periods has one for each;
    /// empty if the report has no computed figures.
    package var explainedFigures: [ExplainedFigure]

    package init(document: Document, explainedFigures: [ExplainedFigure] = []) {
        self.document = document
        self.document.tables = document.tables.markingNumbers
        self.explainedFigures = explainedFigures
    }
}
