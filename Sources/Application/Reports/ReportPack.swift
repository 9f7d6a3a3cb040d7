import Files
import Mining
import Rendering
import Reporting

/// Every report for one query: a page for each, and an index of them.
///
/// The report on one company has a page for each member, the report on one metric a page each for
/// deployed hashrate, bitcoin held and market cap.
package struct ReportPack {
    private struct Page {
        /// The name of its file, without `.html`.
        var name: String
        var title: String
        var answers: String
        var document: Document
    }

    private let pages: [Page]

    /// `members` are the companies that the query covers.
    package init<Source: Book>(_ query: ReportQuery, members: [Company], from book: Source)
        throws(Source.Failure)
    {
        var pages: [Page] = []
        for report in Report.allCases {
            for (subject, query) in report.variants(of: query, members: members) {
                let document = try report.result(for: query, from: book).document
                let name = [report.rawValue, subject.map(fileName)].compactMap(\.self)
                let title = [document.heading, subject].compactMap(\.self)
                pages.append(
                    Page(
                        name: name.joined(separator: "-"), title: title.joined(separator: " "),
                        answers: report.answers, document: document))
            }
        }
        self.pages = pages
    }

    /// The names of the files of a pack: a page `NAME.html` for each report, and `index.html`.
    package var fileNames: [String] { (pages.map(\.name) + ["index"]).map { "\($0).html" } }

    /// Writes the files to a folder, which is made if it is not there; other files in it stay.
    ///
    /// - Throws: `FileError`, `RenderingError`.
    package func write(to folder: String, refusal: @escaping PendingFiles.Refusal) throws {
        let index = IndexPage(
            parameters: pages.first?.document.parameters ?? [],
            entries: pages.map { page in
                .init(
                    file: "\(page.name).html", title: page.title, answers: page.answers)
            })
        var files: [(name: String, body: OutputFile.Body)] = pages.map { page in
            ("\(page.name).html", { try $0(try Format.html.render(page.document)) })
        }
        files.append(("index.html", { try $0(index.html) }))
        try OutputFile.write(to: folder, refusal: refusal, files)
    }

    /// The files whose names do not depend on the book.
    package static let fixedFiles =
        Report.allCases.filter { $0 != .company && $0 != .matrix }
        .map { "\($0.rawValue).html" } + ["index.html"]

    /// How many pages there are besides the index.
    package var count: Int { pages.count }
}

extension Report {
    /// The queries of the report's pages in a pack, each with its company or metric; nil for
    /// neither.
    fileprivate func variants(of query: ReportQuery, members: [Company])
        -> [(subject: String?, query: ReportQuery)]
    {
        switch self {
        case .company:
            members.map { member in
                var query = query
                query.company = member
                return (member.ticker, query)
            }
        case .matrix:
            [Metric.deployedHashrate, .btcHeld, .marketCap].map { metric in
                var query = query
                query.metric = metric
                return (metric.code, query)
            }
        default: [(nil, query)]
        }
    }
}

/// `text` as a part of a file name and an address. Every character except ASCII letters, digits and
/// `_` is written as its number between two `-`, so that no ticker leads out of the folder and no
/// two have the same name. A long name ends with a digest, because file names are limited.
private func fileName(_ text: String) -> String {
    let name = text.unicodeScalars.map { scalar in
        switch scalar {
        case "A"..."Z", "a"..."z", "0"..."9", "_": String(scalar)
        default: "-\(String(scalar.value, radix: 16))-"
        }
    }.joined()
    guard name.utf8.count > 100 else { return name }
    var digest = SHA256()
    Array(text.utf8).withUnsafeBytes { digest.update($0) }
    return "\(name.prefix(60))-\(digest.hex.prefix(16))"
}
