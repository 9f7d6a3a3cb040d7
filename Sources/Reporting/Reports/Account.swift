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
