import CSV
import Mining

extension ImportOptions {
    /// Takes what the texts above a table, and those in the corner of its header, say about its unit
    /// and its company. Returns a sentence about the unit; nil if they have none.
    ///
    /// - Throws: `ImportProblem.Reason` if the unit is not the one of an option.
    mutating func adoptTitles(
        _ context: TableContext, header: HeaderRecords
    ) throws(ImportProblem.Reason) -> String? {
        let lines = header.stack == nil ? [header.first] : [header.first] + header.others
        let corners = lines.compactMap { line in context.labelColumn.map(line.shownText) }
        let texts = context.titles + corners.filter { !$0.isEmpty }
        titles = texts + titles
        guard let unit = tableUnit(above: texts, hasDollarSigns: context.hasDollarSigns) else {
            return nil
        }
        tableUnit = unit
        if let option = defaults[.unit], let asked = UnitText(option).unit(of: .money)?.unit,
            unit.isOther(than: asked)
        {
            throw .otherTableUnit(option, text: unit.text)
        }
        return unit.money.map {
            "amounts of money without a unit are in \($0), as \(quoted(unit.text)) says"
        }
    }

    /// The unit in the texts above a table. What is above the first table of the file, holds for the
    /// others, unless they have a factor of their own. Another currency there holds for all.
    private func tableUnit(above texts: [String], hasDollarSigns: Bool) -> TableUnit? {
        let own = TableUnit(texts, hasDollarSigns: hasDollarSigns)
        let isInDollars = TableUnit(fileTitles)?.namesOtherCurrency != true
        if own?.scale != nil, isInDollars { return own }
        return TableUnit(fileTitles + texts, hasDollarSigns: hasDollarSigns)
    }
}

extension CSVRecord {
    /// The units in the fields of the line below a header; empty texts for none.
    var units: [String] {
        fields.indices.map { index in
            let text = Header.withoutBrackets(shownText(at: index))
            return Unit.isWritten(text) ? text : ""
        }
    }
}
