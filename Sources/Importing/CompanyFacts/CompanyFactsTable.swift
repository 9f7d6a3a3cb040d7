import CSV
import JSON
import Mining

/// The facts of a company's filings as a table of observations, one row per figure.
///
/// ```swift
/// let table = try CompanyFactsTable(bytes, options)
/// table.prices = …  // of table.priceDays, if bitcoin is held by count
/// ImportFile(name, table: table.records, facts: table, options: options, …)
/// ```
package final class CompanyFactsTable {
    /// The prices of bitcoin on `priceDays`. Set them before the rows are read.
    package var prices: [Day: Quantity] = [:]

    private let facts: CompanyFacts
    private let rules: FactRules
    private let options: ImportOptions
    /// The warning about the company's name that `check` found; nil if there is none.
    private var doubt: ImportProblem.Reason?
    private lazy var metrics: [MetricFacts] = rules.metrics.map { metric in
        MetricFacts(
            metric, rules.rules(for: metric, cik: facts.cik), in: facts, from: options.from,
            proof: metric == .btcHeld ? BitcoinProof(facts, prices: prices) : nil)
    }

    /// Reads the facts that the options, their profile and the built-in profile ask for.
    ///
    /// - Throws: `ImportProblem.Reason` with its place if `bytes` are not JSON.
    package init(
        _ bytes: [UInt8], _ options: ImportOptions
    ) throws(CSVReader.Failure) {
        let rules = FactRules(options)
        self.rules = rules
        self.options = options
        do throws(JSONError) {
            facts = try CompanyFacts(bytes, tags: rules.tags)
        } catch {
            throw .damaged(at: .line(error.line), reason: ImportProblem.Reason.notJSON(error))
        }
    }

    /// Whether a file that begins with `head` is of this kind.
    package static func isCompanyFacts(_ head: [UInt8]) -> Bool { CompanyFacts.begins(head) }

    /// The days for which a price of bitcoin is needed, to check counts of crypto assets. Empty
    /// unless the options ask for such counts.
    package var priceDays: Set<Day> {
        let tags = rules.rules(for: .btcHeld, cik: facts.cik).flatMap(\.tags)
        return Set(tags.flatMap { facts.facts[$0] ?? [] }.compactMap { $0.end?.day })
    }

    /// Checks that the file's company is one of the book's, under its present name.
    ///
    /// - Throws: `ImportProblem.Reason` if the file is a frame or has no number of a company, if the book
    ///   does not know the company, if the number is that of another company than the subject in the
    ///   options, or if the name is not one of its names and `ImportOptions.from` is nil.
    func check(_ roster: Roster) throws(ImportProblem.Reason) {
        if facts.isFrame { throw .frame }
        guard facts.cik > 0 else { throw .noCIK }
        let name = options.defaults[.subject] ?? subjectName
        guard let company = roster.subject(named: name, on: .last), company.kind == .company else {
            let named = Set(CompanyNames(roster).names(meantBy: facts.entityName).map(\.ticker))
            throw .unknownCIK(
                facts.cik, name: facts.entityName, ticker: named.count == 1 ? named.first : nil)
        }
        if let other = roster.company(withCIK: facts.cik), other.code != company.code {
            throw .otherCIK(facts.cik, of: other.code, subject: company.code)
        }
        let names = CompanyNames(roster).names(meantBy: facts.entityName)
        guard !names.contains(where: { $0.ticker == company.code }) else { return }
        let reason = ImportProblem.Reason.otherEntity(
            facts.entityName, ticker: company.code, hasStart: options.from != nil)
        if options.from == nil { throw reason }
        doubt = reason
    }

    /// Warnings about the whole file. Call it after `check`.
    package var warnings: [ImportProblem.Reason] {
        [doubt].compactMap(\.self) + metrics.compactMap(\.mixedRules)
    }

    /// What was read of each metric, and what was not, as sentences. Call it after the rows were
    /// read.
    package var summary: [String] {
        let sentences = metrics.compactMap(\.summary)
        return sentences + [facts.unmappedSummary].compactMap(\.self)
    }

    /// The rows from the first one, after a header.
    package func records() -> any RecordSource {
        CompanyFactsRecords(
            subject: options.defaults[.subject] == nil ? subjectName : "", cik: facts.cik
        ) { [self] in metrics }
    }

    /// The company by its number, which books know: `CIK0001507605`.
    private var subjectName: String {
        let digits = String(facts.cik)
        return "CIK" + String(repeating: "0", count: max(0, 10 - digits.count)) + digits
    }
}
