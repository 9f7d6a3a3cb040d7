import CSV
import Mining

/// Finds a column of metrics whose name does not say so, such as the empty corner of a table with
/// metrics down and periods across.
extension Header {
    /// The columns that may have the metrics: those without a meaning before the first period of a
    /// header of periods, if nothing else gives the metric.
    var possibleLabelColumns: [FileColumn] {
        guard !first.isData, hasPeriodNames, !beginsWithDay, !has("metric", "value"),
            !hasDefault(for: .metric)
        else { return [] }
        return rest.prefix { !HeaderPeriods.isPeriod($0.name) }.filter { column in
            options.meaning(of: column) == nil
                && !Self.usualNames.contains(normalizedName(column.name))
        }
    }

    /// Whether a text in one of these columns shows that the column has metrics: it is the label of
    /// one. A ticker such as `CASH` is not.
    func isLabel(_ text: String) -> Bool {
        guard text.contains(where: { $0.isLowercase || $0 == " " || $0 == "_" }) else {
            return false
        }
        if options.mapping(ofLabel: text) != nil { return true }
        if options.rules.labels[text.lowercased()] != nil { return true }
        return MetricColumn.isLikely(FileColumn(index: nil, name: text), options)
    }

    /// The other columns that a table with periods across can have.
    private static let usualNames: Set<String> = [
        "subject", "ticker", "company", "company_name", "name", "unit", "published_on", "source",
        "status", "note",
    ]
}
