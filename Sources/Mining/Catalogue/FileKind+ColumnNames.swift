extension FileKind {
    /// The column names of the kind's usual header, in their usual order.
    ///
    /// Exports write them, imports know them, and docs/csv-formats.md explains them. For
    /// observations these are the columns of the layout with one figure per row.
    package var columnNames: [String] {
        switch self {
        case .companies:
            [
                "ticker", "name", "country", "exchange", "fiscal_year_end", "parent", "cik", "note",
            ]
        case .aliases: ["alias", "ticker", "valid_from", "valid_to", "note"]
        case .shareBasis: ["ticker", "from", "ads_ratio", "split", "source", "note"]
        case .groups: ["group", "ticker", "joined_on", "left_on", "note"]
        case .observations:
            [
                "subject", "metric", "period", "value", "unit", "published_on", "source", "status",
                "note",
            ]
        case .claims:
            [
                "publisher", "subject", "figure", "on", "since", "value", "unit", "published_on",
                "source", "note",
            ]
        }
    }
}
