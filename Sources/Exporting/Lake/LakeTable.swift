/// A table of a lake: a folder of gzip-compressed CSV files with these columns, which docs/lake.md
/// describes.
///
/// `import` is the import that recorded a row, empty for a row of another program. The row is in
/// the snapshots from `from_import` on and before `until_import`, which is empty for a row that the
/// book has.
package enum LakeTable: String, Sendable, CaseIterable {
    case observations, companies, aliases
    case shareBasis = "share_basis"
    case groups, claims, imports
    case importFiles = "import_files"
    case metrics, units, statuses

    /// The columns of its files. Those of observations have no metric, which is in the name of
    /// their folder.
    package var columns: [String] {
        switch self {
        case .observations:
            [
                "subject", "period", "period_start", "period_end", "value", "unit", "printed",
                "status", "status_rank", "published_on", "source", "note",
            ] + Self.provenance
        case .companies:
            [
                "ticker", "name", "country", "exchange", "fiscal_year_end", "parent", "cik", "note",
            ] + Self.provenance
        case .aliases: ["alias", "ticker", "valid_from", "valid_to", "note"] + Self.provenance
        case .shareBasis:
            ["ticker", "from_day", "ads_ratio", "split", "source", "note"] + Self.provenance
        case .groups: ["group_", "ticker", "joined_on", "left_on", "note"] + Self.provenance
        case .claims:
            [
                "publisher", "subject", "figure", "on_", "on_start", "on_end", "since",
                "since_start", "since_end", "value", "unit", "printed", "published_on", "source",
                "note",
            ] + Self.provenance
        case .imports: ["number", "recorded", "version", "undone"]
        case .importFiles:
            [
                "import", "name", "sha256", "kind", "inserted", "unchanged", "restated",
                "corrected",
            ]
        case .metrics:
            ["code", "name", "unit", "dimension", "kind", "max_age_days", "definition"]
        case .units: ["code", "dimension", "exponent"]
        case .statuses: ["name", "rank"]
        }
    }

    private static let provenance = ["import", "file", "line", "from_import", "until_import"]
}
