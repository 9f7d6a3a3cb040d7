import Reporting

/// An HTML page that links to the other pages of a folder.
package struct IndexPage: Sendable {
    /// A link to a page.
    package struct Entry: Sendable {
        /// The name of the page's file, which is in the same folder.
        var file: String
        /// The text of the link.
        var title: String
        /// The question that the page answers.
        var answers: String

        /// An entry with these properties.
        package init(file: String, title: String, answers: String) {
            self.file = file
            self.title = title
            self.answers = answers
        }
    }

    /// The parameters that all reports have in common.
    package var parameters: [Parameter]
    /// The pages, in the order of the list.
    package var entries: [Entry]

    /// An index with these parameters and entries.
    package init(parameters: [Parameter], entries: [Entry]) {
        self.parameters = parameters
        self.entries = entries
    }

    /// The page in UTF-8, in the same style as the pages of `Format.html`.
    package var html: [UInt8] {
        MarkupWriter.page(title: "Reports") { main in
            main.header("Reports", parameters)
            main.element("ul", ["class": "index"]) { list in
                for entry in entries {
                    list.element("li") { item in
                        item.element("a", ["href": entry.file], text: entry.title)
                        item.element("p", text: entry.answers)
                    }
                }
            }
        }
    }
}
