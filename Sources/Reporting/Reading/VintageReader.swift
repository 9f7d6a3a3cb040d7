import Mining

/// Finds figures with several vintages: what the reports on restatements and conflicts need.
///
/// They are figures of one company if the query names one, else of the companies of its scope, the
/// network and the group itself. Vintages that were not public by the day of the query are left
/// out.
struct VintageReader<Source: Book> {
    let query: ReportQuery
    let book: Source

    /// A figure with several vintages.
    struct Figure {
        /// The code of the subject.
        let subject: String
        /// The name of the subject.
        let name: String
        let vintages: Vintages
    }

    /// Calls `body` for each figure that has several vintages: companies by ticker, then the
    /// network, then the group; for each the metrics in the order of the catalogue, then periods.
    func forEachRepublished(_ body: (Figure) -> Void) throws(Source.Failure) {
        for (code, name, kind) in try subjects {
            for metric in Metric.allCases where metric.subjects.contains(kind) {
                let vintages = try book.vintages(metric, of: code, within: query.days)
                    .filter { $0.isKnown(on: query.knownOn) }
                var start = vintages.startIndex
                while start < vintages.endIndex {
                    let period = vintages[start].period
                    let end =
                        vintages[start...].firstIndex { $0.period != period } ?? vintages.endIndex
                    if end - start > 1 {
                        let same = Vintages(Array(vintages[start..<end]), about: kind)
                        body(Figure(subject: code, name: name, vintages: same))
                    }
                    start = end
                }
            }
        }
    }

    private var subjects: [(code: String, name: String, kind: Subject.Kind)] {
        get throws(Source.Failure) {
            if let company = query.company { return [(company.ticker, company.name, .company)] }
            let companies = try ScopeMembers(query.scope, in: book).everyone.map {
                ($0.ticker, $0.name, Subject.Kind.company)
            }
            let group = query.scope.group.map { [($0, $0, Subject.Kind.group)] } ?? []
            return companies + [(Subject.network.code, "Bitcoin network", .network)] + group
        }
    }
}

extension ReportQuery {
    /// The days from `from` to `to`, which is `on` if not given. Open at an end for which nothing
    /// is given.
    fileprivate var days: Period {
        Period(from?.first ?? .first, (to ?? on)?.last ?? .last) ?? .always
    }

    /// The parameters of a document about the vintages of these days.
    var vintageParameters: [Parameter] {
        var parameters = [
            Parameter("from", from?.description), Parameter("to", (to ?? on)?.description),
            Parameter("group", company == nil ? scope.group : nil),
            Parameter("company", company?.ticker),
        ]
        if let knownOn { parameters.append(Parameter("known_on", "\(knownOn)")) }
        return parameters
    }

    /// Whose vintages they are, in a sentence.
    var vintageSubject: String { company?.ticker ?? scope.name }
}
