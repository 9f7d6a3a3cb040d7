import Mining

/// Notes on members that have only another kind of hashrate. Deployed, managed, operating, hosted
/// and target hashrate are different metrics: they are never added or compared, so such a member is
/// missing from the sum.
extension ReportContext {
    /// A sentence for each of these members that has another kind of hashrate. `members` are those
    /// without a deployed hashrate.
    func otherHashrates(of members: [Company]) throws(Source.Failure) -> [String] {
        var sentences: [String] = []
        for member in members {
            var others: [String] = []
            for metric in Self.otherKinds {
                guard let found = try other(metric, of: member) else { continue }
                others.append("its \(metric), \(found.value) of \(found.period)")
            }
            guard !others.isEmpty else { continue }
            let what = others.count == 1 ? "is a different metric" : "are different metrics"
            sentences.append(
                "\(member.ticker) has no current \(Metric.deployedHashrate); the book has "
                    + "\(others.joined(separator: ", and ")), which \(what) and not counted.")
        }
        return sentences
    }

    private static var otherKinds: [Metric] {
        [.managedHashrate, .operatingHashrate, .hostedHashrate, .targetHashrate]
    }

    /// The latest of another kind that is not older than a deployed hashrate may be; for a target
    /// also the next one.
    private func other(_ metric: Metric, of member: Company) throws(Source.Failure)
        -> Observation?
    {
        let oldest = reader.maxAge ?? Metric.deployedHashrate.maxAgeDays ?? 0
        let found = try reader.book.latest(
            metric, of: member.ticker, at: day, knownOn: reader.knownOn)
        if let found, day.number - found.period.last.number <= oldest { return found }
        return metric == .targetHashrate
            ? try reader.next(metric, of: member.ticker, from: day)?.observation : nil
    }
}
