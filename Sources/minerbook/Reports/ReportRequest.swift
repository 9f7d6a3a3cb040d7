import Application
import Bookkeeping
import Importing
import Mining
import Reporting

/// A report that was asked for, however the command line was read. What is not set keeps its
/// default.
struct ReportRequest {
    /// What may be asked for.
    enum Name: CustomStringConvertible {
        case one(Report)
        /// Every report, as pages of a folder.
        case all

        /// The one report; nil for all.
        var report: Report? {
            if case .one(let report) = self { report } else { nil }
        }

        var description: String { report?.rawValue ?? "all" }
    }

    var name: Name
    var location: BookLocation
    /// The company of `report company`, which others take too (`Report.takesCompany`): a ticker or an
    /// alias.
    var company: String?
    var on: Period?
    var since: Period?
    var addedSince: Period?
    var from: Period?
    var to: Period?
    /// The metric of `report matrix`.
    var metric: Metric?
    /// The bitcoin price that report outlook is asked about, in USD/BTC.
    var price: DecimalNumber?
    /// The network hashrate that report outlook is asked about, in EH/s.
    var network: DecimalNumber?
    /// The column that tables of companies are sorted by, with its order if one is asked for, such as
    /// `market_cap:asc`; nil for the order of the report.
    var sort: String?
    /// The code of a group; nil for the only one.
    var group: String?
    var knownOn: Day?
    /// In days.
    var maxAge: Int?
    /// Digits after the decimal point.
    var digits: Int?
    /// The code of a figure to be explained.
    var explain: String?
    var printer = DocumentPrinter()
    var isQuiet = false

    init(_ name: Name, from location: BookLocation) {
        self.name = name
        self.location = location
    }

    /// What is wrong with the options together; nil if nothing is.
    var problem: String? {
        if let digits, !(0...12).contains(digits) { return "--digits \(digits) is not in 0 … 12." }
        if let from, let to, from.last > to.last { return "--from \(from) is after --to \(to)." }
        if name.report == .company, company == nil {
            return "say which company: minerbook report company RIOT."
        }
        if name.report == .matrix, metric == nil {
            return "say which metric: --metric deployed_hashrate."
        }
        if name.report != .matrix, metric != nil { return "--metric is only for report matrix." }
        if name.report != .outlook, price != nil || network != nil {
            return "--price and --network are only for report outlook."
        }
        for (option, base) in [("--since", since), ("--added-since", addedSince)] {
            if let base, let on, base.last > on.last {
                return "\(option) \(base) is after --on \(on)."
            }
        }
        return nil
    }

    /// Computes the report and prints it.
    ///
    /// - Throws: `ExitError`, `ApplicationError`, `BookError`, `RenderingError`, `FileError`.
    func run() throws {
        // Not a `problem`, which would hide that an option is unknown.
        if name.report?.takesCompany != true, let company {
            throw ExitError("report \(name) is about a whole group; leave \(company) out", .usage)
        }
        switch name {
        case .one(let report): try print(report, from: try location.open(for: .reading))
        case .all:
            for (option, value) in [("--explain", explain), ("--sort", sort)] where value != nil {
                throw ExitError("\(option) needs one report: name it instead of all", .usage)
            }
            try writeAll(to: try printer.folderOfPages(), from: try location.open(for: .reading))
        }
    }

    private func print(_ report: Report, from book: some BookCatalogue) throws {
        let document = try book.compute(failure: \.self) {
            try self.document(of: try report.result(for: try query(in: book), from: book))
        }
        try printer.print(document)
    }

    private func writeAll(to folder: String, from book: some BookCatalogue) throws {
        let pack = try book.compute(failure: \.self) {
            let query = try query(in: book)
            let members = try ScopeMembers(query.scope, in: book)
                .allMembers(on: on?.last ?? .last)
            return try ReportPack(query, members: members, from: book)
        }
        var files = UsedFiles(book: location)
        for name in pack.fileNames { files.addOutput("\(folder)/\(name)") }
        try files.check()
        try pack.write(to: folder, refusal: BookLocation.reasonToKeep(firstBytes:))
        if !isQuiet { Streams.complain("Wrote \(pack.count) reports and index.html to \(folder).") }
    }

    private func query(in book: some BookCatalogue) throws -> ReportQuery {
        var query = ReportQuery(
            on: on, since: since, addedSince: addedSince, scope: try Scope(named: group, in: book),
            knownOn: knownOn, maxAge: maxAge, digits: digits)
        query.from = from
        query.to = to
        query.metric = metric
        query.price = price
        query.networkHashrate = network
        query.company = try company.map {
            try book.roster().company(called: $0, among: try book.companies())
        }
        return query
    }

    /// The report's document, or the explanation of the figure that was asked for.
    private func document(of result: ReportResult) throws(ExitError) -> Document {
        guard let explain else { return try sorted(printer.document(of: result)) }
        if let explanation = Explanation(of: explain, in: result, digits: digits) {
            return explanation.document
        }
        let codes = Explanation.codes(of: result)
        let hint =
            nearestName(to: explain, in: codes).map { "did you mean \($0)?" }
            ?? "it has \(codes.joined(separator: ", "))"
        throw ExitError("report \(name) has no figure \(explain); \(hint)", .usage)
    }

    /// The document with its tables of companies sorted as asked.
    private func sorted(_ document: Document) throws(ExitError) -> Document {
        guard let sort else { return document }
        let (name, order) = SortOrder.column(in: sort)
        if let sorted = document.sorted(by: name, order) { return sorted }
        let columns = document.sortableColumns
        throw ExitError(
            columns.isEmpty
                ? "report \(self.name) has no table of companies to sort"
                : "report \(self.name) has no column \(name) to sort by; it has "
                    + columns.joined(separator: ", "), .usage)
    }
}
