import Mining

/// All vintages of a scope's companies, of the network and of the group itself, period by period:
/// what the reports on restatements and conflicts look through.
struct VintageReader<Source: Book> {
    let setting: Setting<Source>

    /// Calls `body` for each period of which several vintages were known: companies by ticker,
    /// then the network, then the group; metric by metric in the order of the catalogue.
    func forEachContested(_ body: (Vintages) -> Void) throws(Source.Failure) {
        for (code, name, kind) in subjects {
            for metric in Metric.allCases where metric.subjects.contains(kind) {
                let vintages = try setting.reader.book.vintages(
                    metric, of: code, within: setting.question.series
                ).filter { $0.isKnown(on: setting.reader.knownOn) }
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
        let companies = setting.roll.everyone.map { ($0.ticker, $0.name, Subject.Kind.company) }
        let group = setting.question.scope.group.map { [($0, $0, Subject.Kind.group)] } ?? []
        return companies + [(Subject.network.code, "Bitcoin network", .network)] + group
    }
}

extension Question {
    /// The days of a series from `from` to `to`; all days where neither is said.
    var series: Period {
        Period(from?.first ?? .first, to?.last ?? .last) ?? .always
    }
}
