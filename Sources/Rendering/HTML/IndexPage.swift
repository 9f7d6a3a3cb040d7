import Reporting

/// The page from which the pages of a folder are found.
package struct IndexPage: Sendable {
    package struct Entry: Sendable {
        /// The name of the file, beside this one.
        var file: String
        /// What it is called.
        var title: String
        /// The question that it answers.
        var answers: String

        package init(file: String, title: String, answers: String) {
            self.file = file
            self.title = title
            self.answers = answers
        }
    }

    /// What the reports were asked, all of them.
    package var parameters: [Parameter]
    package var entries: [Entry]

    package init(parameters: [Parameter], entries: [Entry]) {
        self.parameters = parameters
        self.entries = entries
    }

    /// In UTF-8, as `Format.html` writes pages.
    package var html: [UInt8] {
        Markup.page(title: "Reports") { main in
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
