import Mining

extension ValueSpec {
    /// The unit to use for a unit in a cell or a name below the texts above the table.
    /// `hasOnlySign`: it has a `$`, but does not say that it is US dollars.
    ///
    /// A `$` without a factor takes the factor of the texts. Below a text that names another
    /// currency, a `$` means US dollars only if `--unit` or the label says so.
    ///
    /// - Throws: `ValueReader.ValueError` if the texts contradict the unit, or may do so.
    func unit(
        _ unit: WrittenUnit, hasOnlySign: Bool
    ) throws(ValueReader.ValueError) -> WrittenUnit {
        guard let tableUnit, dimension.isOfDollars else { return unit }
        let isGiven = givenMoney != nil || defaultUnit != nil
        if hasOnlySign, !isGiven, tableUnit.namesOtherCurrency,
            let doubt = tableUnit.doubt(about: self.unit)
        {
            throw .unclearDollars(text: doubt.text, remedy: doubt.remedy)
        }
        guard unit.unit == .dollar, tableUnit.mayHaveFactor else { return unit }
        guard hasOnlySign else {
            if givenMoney == .dollar { return unit }
            throw .otherTableUnit(tableUnit.source)
        }
        if let scaled = givenMoney ?? tableUnit.certainScale.flatMap(unit.unit.scaled(by:)) {
            return WrittenUnit(scaled)
        }
        guard let doubt = tableUnit.doubt(about: self.unit) else { return unit }
        throw .unclearDollars(text: doubt.text, remedy: doubt.remedy)
    }
}

extension Dimension {
    /// Whether its units are amounts of dollars, or dollars for something.
    var isOfDollars: Bool {
        switch self {
        case .money, .pricePerShare, .pricePerBitcoin, .pricePerEnergy, .pricePerHashrate: true
        case .hashrate, .bitcoin, .count, .efficiency, .power, .energy, .difficulty,
            .bitcoinPerDay, .percentage, .multiple:
            false
        }
    }
}
