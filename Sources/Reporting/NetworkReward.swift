import Mining

extension Setting {
    /// The bitcoin that all miners earned over the period: published blocks where they are
    /// known, else 144 a day; fees where they are known. The basis says which.
    func networkReward() throws(Source.Failure) -> Computed {
        let network = Subject.network.code
        let blocks = try reader.flow(.blocks, of: network, over: period)
        let fees = try reader.average(.feeReward, of: network, over: period)
        let expected = Int128(Subsidy.blocksPerDay * period.days)
        let counted = blocks.expression == nil ? "144 blocks a day" : "the published blocks"
        return Computed(
            expression: Formulas.networkReward(
                blocks: blocks.expression ?? .constant(DecimalNumber(expected)),
                subsidy: Subsidy.perBlock(over: period), feesPerDay: fees?.expression,
                days: period.days),
            basis: "\(counted), fees \(fees == nil ? "not known and not in" : "in")",
            marks: blocks.marks)
    }

    /// The network's average hashrate over the period; the basis says how it was come by.
    func networkHashrate() throws(Source.Failure) -> Computed {
        let network = Subject.network.code
        var figure = try reader.total(.networkHashrate, of: network, over: period)
        // A mean of days is what the metric is, and no figure derived from others.
        figure.marks.removeAll { $0 == .derived }
        return figure
    }
}
