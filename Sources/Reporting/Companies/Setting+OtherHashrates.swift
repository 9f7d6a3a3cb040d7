import Mining

/// Guards the definition: deployed, managed, operating, hosted and target hashrate are never
/// added or compared as one. Where a member has only another kind, it is missing from the sum,
/// and this says what there is.
extension Setting {
    /// A sentence for each of these members that has another kind of hashrate; those without a
    /// deployed one are to be given.
    func otherHashrates(of members: [Company]) throws(Source.Failure) -> [String] {
        var sentences: [String] = []
        for member in members {
            var others: [String] = []
            for metric in Self.otherKinds {
                guard let found = try other(metric, of: member) else { continue }
                others.append("its \(metric), \(found.value) of \(found.period)")
            }
            guard !others.isEmpty else { continue }
            let what = others.count == 1 ? "is another thing" : "are other things"
            sentences.append(
                "\(member.ticker) has no current \(Metric.deployedHashrate); the book has "
                    + "\(others.joined(separator: ", and ")), which \(what) and not counted.")
        }
        return sentences
    }

    private static var otherKinds: [Metric] {
        [.managedHashrate, .operatingHashrate, .hostedHashrate, .targetHashrate]
    }

    /// The latest of another kind, as old as a deployed hashrate may be; of a target else the
    /// next.
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
