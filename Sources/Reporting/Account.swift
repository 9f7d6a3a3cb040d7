import Mining

/// A report: what it says, and how each of its figures follows from the book.
package struct Account: Sendable {
    package var document: Document
    /// In the order of the document; several of one figure where it is of several companies or
    /// periods.
    package var workings: [Working]

    package init(document: Document, workings: [Working] = []) {
        self.document = document
        self.workings = workings
    }
}

/// How one figure of a report was come by: what `--explain` puts into words.
package struct Working: Sendable {
    var definition: FigureDefinition
    /// The code of the company, group or network that it is a figure of.
    var subject: String
    /// The day or period that it is of, or of a change the two that it lies between.
    var period: String
    var computed: Computed
}
