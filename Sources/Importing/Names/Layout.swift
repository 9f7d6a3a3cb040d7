import Mining

/// The layouts that files can have: what a row is, and which columns it has.
enum Layout: CaseIterable, CustomStringConvertible {
    case companies, aliases, shareBasis, groups, long, wide, pivot, across, claims

    /// The kind of values that a file of this layout has.
    var kind: FileKind {
        switch self {
        case .companies: .companies
        case .aliases: .aliases
        case .shareBasis: .shareBasis
        case .groups: .groups
        case .long, .wide, .pivot, .across: .observations
        case .claims: .claims
        }
    }

    /// An example header, as in docs/csv-formats.md.
    var header: String {
        switch self {
        case .wide: "ticker,date,deployed_hashrate (EH/s),market_cap (USD bn),…"
        case .pivot: "ticker,2025Q3,2025Q4,…"
        case .across: "date,RIOT,MARA,…"
        case .companies, .aliases, .shareBasis, .groups, .long, .claims:
            kind.columnNames.joined(separator: ",")
        }
    }

    /// The options that replace missing columns for all rows.
    func options(for columns: [String]) -> [String] {
        switch self {
        case .long, .wide, .pivot, .across:
            let fields: [ObservationField] = [.subject, .metric, .period]
            return fields.filter { columns.contains($0.rawValue) }.map(\.option)
        case .companies, .aliases, .shareBasis, .groups, .claims: return []
        }
    }

    /// All column names with a fixed meaning, which `--map` accepts.
    static let columnNames: [String] =
        FileKind.allCases.flatMap(\.columnNames) + ["company", "company_name"]
        + PeriodColumnName.usual + PeriodColumnName.others + PeriodColumnName.starts
        + PeriodColumnName.ends + ["period_type"]

    var description: String {
        switch self {
        case .companies: "companies"
        case .aliases: "aliases"
        case .shareBasis: "share basis"
        case .groups: "groups"
        case .long: "observations in rows"
        case .wide: "observations in columns"
        case .pivot: "observations with periods as columns"
        case .across: "observations with companies as columns"
        case .claims: "claims"
        }
    }
}
