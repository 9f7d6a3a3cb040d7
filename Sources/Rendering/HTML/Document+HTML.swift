import Mining
import Reporting

/// A document as one self-contained HTML page: no scripts, and no fonts or images from other files.
/// It suits desktop screens, phones and paper.
///
/// The summary and the first table come first, as they are what the report is about. The charts
/// follow, each with its numbers in a table that can be expanded, then the other tables and the notes.
/// Tables have the same texts as in `Document+Table`, and nothing is shortened: a table that is too
/// wide scrolls. The page's Content-Security-Policy forbids scripts, should text from data ever
/// become one.
extension Document {
    /// The document as an HTML page in UTF-8.
    func html() -> [UInt8] {
        MarkupWriter.page(title: pageTitle) { main in
            main.header(self.heading, parameters)
            if !summary.isEmpty {
                main.element("ul", ["class": "notes"]) { list in
                    for sentence in summary { list.element("li", text: sentence) }
                }
            }
            let tables = tables.map { DisplayTable($0) }
            for (index, table) in tables.enumerated() {
                main.section(table, id: "table-\(index + 1)")
                if index == 0 { main.append(charts) }
            }
            if tables.isEmpty { main.append(charts) }
            if !notes.isEmpty {
                main.element("section", ["aria-labelledby": "notes"]) { section in
                    section.element("h2", ["id": "notes"], text: "Notes")
                    section.element("ul", ["class": "notes"]) { list in
                        for note in notes { list.element("li", text: note) }
                    }
                }
            }
        }
    }

    /// The report's name as a heading: `Sector` for `sector`.
    package var heading: String {
        let words = report.split(separator: "_").joined(separator: " ")
        return words.withCapital
    }

    private var pageTitle: String {
        let asked = parameters.shown.map { "\($0.name) \($0.value)" }
        return asked.isEmpty ? heading : "\(heading): \(asked.joined(separator: ", "))"
    }
}

extension MarkupWriter {
    /// A complete page with the content that `body` writes.
    static func page(title: String, _ body: (inout MarkupWriter) -> Void) -> [UInt8] {
        var page = MarkupWriter()
        page.raw("<!DOCTYPE html>\n")
        page.element("html", ["lang": "en"]) { html in
            html.element("head") { head in
                head.empty("meta", ["charset": "utf-8"])
                head.empty(
                    "meta",
                    [
                        "http-equiv": "Content-Security-Policy",
                        "content": "default-src 'none'; style-src 'unsafe-inline'",
                    ])
                head.empty(
                    "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
                head.empty("meta", ["name": "color-scheme", "content": "light dark"])
                head.element("title", text: title)
                head.element("style") { style in
                    style.raw(pageStyle)
                    style.raw(chartStyle)
                }
            }
            html.element("body") { $0.element("main") { body(&$0) } }
        }
        return page.bytes
    }

    /// Writes the heading of a page and the parameters that people see.
    mutating func header(_ heading: String, _ parameters: [Parameter]) {
        element("header") { header in
            header.element("h1", text: heading)
            let asked = parameters.shown
            if asked.isEmpty { return }
            header.element("dl", ["class": "asked"]) { list in
                for parameter in asked {
                    list.element("div") { pair in
                        pair.element("dt", text: parameter.name)
                        pair.element("dd", text: parameter.value)
                    }
                }
            }
        }
    }

    fileprivate mutating func section(_ table: DisplayTable, id: String) {
        element("section", ["aria-labelledby": id]) { section in
            section.element("h2", ["id": id], text: table.title)
            section.append(table, labelledBy: id)
        }
    }

    fileprivate mutating func append(_ charts: [Chart]) {
        if charts.isEmpty { return }
        element("section", ["class": "charts", "aria-label": "Charts"]) { section in
            for (index, chart) in charts.enumerated() {
                let id = "chart-\(index + 1)"
                section.element("figure") { figure in
                    figure.element("figcaption", ["id": "\(id)-caption"], text: chart.title)
                    figure.svg(chart, id: id)
                    if let note = chart.note {
                        figure.element("p", ["class": "legend"], text: note)
                    }
                    figure.element("details") { details in
                        details.element("summary", text: "Numbers")
                        details.append(
                            DisplayTable(DisplayChart(chart).table), labelledBy: "\(id)-caption")
                    }
                }
            }
        }
    }
}
