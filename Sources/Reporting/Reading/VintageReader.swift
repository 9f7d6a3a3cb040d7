import Mining

/// Finds figures with several vintages among the companies of a scope, the network and the group
/// itself: what the reports on restatements and conflicts need.
struct VintageReader<Source: Book> {
    let context: ReportContext<Source>

    /// Calls `body` for each figure that has several vintages: companies by ticker, then the
    /// network, then the group; for each the metrics in the order of the catalogue, then periods.
    func forEachRepublished(_ body: (Vintages) -> Void) throws(Source.Failure) {
        for (code, name, kind) in subjects {
            for metric in Metric.allCases where metric.subjects.contains(kind) {
                let vintages = try context.reader.book.vintages(
                    metric, of: code, within: context.query.series
                ).filter { $0.isKnown(on: context.reader.knownOn) }
                var start = vintages.startIndex
                while start < vintages.endIndex {
                    let period = vintages[start].period
                    let end =
                        vintages[start...].firstIndex { $0.period != period } ?? vintages.endIndex
                    let same = Array(vintages[start..<end])
                    if same.count > 1 { body(Vintages(subject: code, name: name, all: same)) }
                    start = end
                }
            }
        }
    }

    private var subjects: [(code: String, name: String, kind: Subject.Kind)] {
        let companies = context.scopeMembers.everyone.map {
            ($0.ticker, $0.name, Subject.Kind.company)
        }
        let group = context.query.scope.group.map { [($0, $0, Subject.Kind.group)] } ?? []
        return companies + [(Subject.network.code, "Bitcoin network", .network)] + group
    }
}

extension ReportQuery {
    /// The days from `from` to `to`; all days if neither is given.
    var series: Period {
        Period(from?.first ?? .first, to?.last ?? .last) ?? .always
    }
}
