import CSV
import Mining

extension ImportOptions {
    /// Takes what the texts above a table, and those in the corner of its header, say about its unit,
    /// its metric and its company. Returns a sentence about the unit; nil if they have none.
    ///
    /// - Throws: `ImportProblem.Reason` if the unit is not the one of an option.
    mutating func adoptTitles(
        _ context: TableContext, header: HeaderRecords
    ) throws(ImportProblem.Reason) -> String? {
        let lines = header.stack == nil ? [header.first] : [header.first] + header.others
        let corners = lines.compactMap { line in context.labelColumn.map(line.shownText) }
        let texts = context.titles + corners.filter { !$0.isEmpty }
        titles = texts + titles
        titleMetrics = texts.compactMap(TitleMetric.init)
        try checkUnits(in: fileTitles + texts)
        // `BTC held in thousands` says nothing about money.
        let others = Set(titleMetrics.filter { !$0.isOfAmounts }.map(\.text))
        let unit = tableUnit(
            above: texts.filter { !others.contains($0) }, hasDollarSigns: context.hasDollarSigns)
        guard let unit else { return nil }
        tableUnit = unit
        if let option = defaults[.unit], let asked = UnitText(option).unit(of: .money)?.unit,
            unit.isOther(than: asked)
        {
            throw .otherTableUnit(option, text: unit.source)
        }
        return unit.money.map {
            "amounts of money without a unit are in \($0), as \(quoted(unit.text)) says"
        }
    }

    /// Takes the metric of all rows from the texts above a table, for a table that has none. Returns a
    /// sentence about it; nil if they do not name exactly one.
    mutating func adoptTitleMetric() -> String? {
        guard defaults[.metric] == nil, let title = TitleMetric.only(in: titles) else { return nil }
        defaults[.metric] = title.metric.code
        let unit = UnitText(title.unit).unit(of: title.metric.unit.dimension)
        // A unit that another text contradicts stays unclear.
        let isClear = tableUnit.map { table in
            table.money == nil && table.doubt(about: title.metric.unit) == nil
        }
        if defaults[.unit] == nil, isClear ?? true, unit != nil { defaults[.unit] = title.unit }
        return "the metric is \(title.metric), as \(quoted(title.text)) says"
    }

    /// - Throws: `ImportProblem.Reason` if the texts above a table name another metric than the one that
    ///   an option gives to all rows.
    func checkTitleMetric(_ columns: LayoutColumns) throws(ImportProblem.Reason) {
        guard let labels = columns.labels, labels.index == nil,
            let given = defaults[.metric].flatMap(Metric.init(named:)),
            !titleMetrics.contains(where: { $0.metric == given }),
            let other = titleMetrics.first
        else { return }
        throw .otherTitleMetric(other.text, is: other.metric, given: given)
    }

    /// The text that makes values of a metric without a unit unclear, and what to do; nil if there is
    /// none.
    func titleDoubt(about metric: String) -> (text: TableText, remedy: String)? {
        titleMetrics.lazy.filter { $0.metric.code == metric }.compactMap(\.doubt).first
    }

    /// The unit in the texts above a table. The texts above the first table of the file hold for
    /// the other tables, too, unless these have a factor of their own. Another currency holds for
    /// all.
    private func tableUnit(above texts: [String], hasDollarSigns: Bool) -> TableUnit? {
        let own = TableUnit(texts, titlePlace, hasDollarSigns: hasDollarSigns)
        let isInDollars = TableUnit(fileTitles)?.namesOtherCurrency != true
        if own?.scale != nil, isInDollars { return own }
        return TableUnit(fileTitles + texts, titlePlace, hasDollarSigns: hasDollarSigns)
    }

    /// - Throws: `ImportProblem.Reason` if a text gives a unit, as in `Unit: EH/s` or
    ///   `Hashrate (EH/s)`, that is not the one of an option. `(USD)` may only be the currency.
    private func checkUnits(in texts: [String]) throws(ImportProblem.Reason) {
        guard let option = defaults[.unit] else { return }
        let asked = UnitText(option)
        for text in texts {
            let unit =
                TitleMetric(text)?.unit ?? valueInTitle(text, named: ["unit", "units"])
                ?? MetricColumn.parts(of: text).unit
            let said = UnitText(unit ?? "")
            guard let dimension = said.dimension, let wanted = asked.unit(of: dimension),
                let found = said.unit(of: dimension), found != wanted, found.unit != .dollar
            else { continue }
            throw .otherTableUnit(option, text: TableText(text: text, place: titlePlace))
        }
    }
}

/// The value in a text above a table that has one of these names, in lower case: `EH/s` in
/// `Unit: EH/s`. Nil if it has none.
func valueInTitle(_ text: String, named names: Set<String>) -> String? {
    guard let end = text.firstIndex(where: { ":,".contains($0) }),
        names.contains(normalizedName(String(text[..<end])))
    else { return nil }
    return trimmed(text[text.index(after: end)...])
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
