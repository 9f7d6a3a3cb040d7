import Mining

/// What a file's columns are, as its header shows: the kind of its rows and where each of their
/// parts stands.
enum Layout {
    case companies(CompanyColumns)
    case aliases(AliasColumns)
    case groups(GroupColumns)
    case long(LongColumns)
    case wide(WideColumns)
    case pivot(PivotColumns)
    case claims(ClaimColumns)

    /// Recognises a header, and reports to it all that is wrong with it.
    ///
    /// A kind is recognised by columns that no other kind has, whether or not the others of it
    /// are there, so that a missing column can be named. `nil` where there is any problem.
    init?(_ header: inout Header) {
        guard header.isOfProfile() else { return nil }
        guard let name = LayoutName(header) else {
            header.reportUnrecognised()
            return nil
        }
        let layout: Layout? =
            switch name {
            case .companies: CompanyColumns(&header).map { .companies($0) }
            case .aliases: AliasColumns(&header).map { .aliases($0) }
            case .groups: GroupColumns(&header).map { .groups($0) }
            case .long: LongColumns(&header).map { .long($0) }
            case .wide: WideColumns(&header).map { .wide($0) }
            case .pivot: PivotColumns(&header).map { .pivot($0) }
            case .claims: ClaimColumns(&header).map { .claims($0) }
            }
        header.close(as: name)
        guard let layout, header.findings.isEmpty else { return nil }
        self = layout
    }

    /// Whether columns are called by metrics or periods, so that their reading is worth telling.
    var hasFreeColumns: Bool {
        switch self {
        case .wide, .pivot: true
        case .companies, .aliases, .groups, .long, .claims: false
        }
    }

    var kind: FileKind {
        switch self {
        case .companies: .companies
        case .aliases: .aliases
        case .groups: .groups
        case .long, .wide, .pivot: .observations
        case .claims: .claims
        }
    }
}

extension Layout {
    /// Whether no column says whom the rows speak of.
    var lacksSubjects: Bool {
        switch self {
        case .wide(let columns): columns.subject.code.index == nil
        case .long(let columns): columns.subject.code.index == nil
        case .pivot(let columns): columns.subject.code.index == nil
        case .companies, .aliases, .groups, .claims: false
        }
    }

    /// Has all rows of observations speak of `subject` that don't say of whom; `nil`: they must.
    mutating func setSubject(_ subject: String?) {
        let text = subject.map { Array($0.utf8) }
        switch self {
        case .wide(var columns):
            columns.subject.code.fallback = text
            self = .wide(columns)
        case .long(var columns):
            columns.subject.code.fallback = text
            self = .long(columns)
        case .pivot(var columns):
            columns.subject.code.fallback = text
            self = .pivot(columns)
        case .companies, .aliases, .groups, .claims: break
        }
    }
}

/// The layouts by name, with the columns that tell them apart.
enum LayoutName: CaseIterable, CustomStringConvertible {
    case companies, aliases, groups, long, wide, pivot, claims

    init?(_ header: Header) {
        let hasSubject = header.has("subject", "ticker", "company") || header.says(.subject)
        // Rows of a file without a header look like a header of periods.
        let hasPeriods = header.hasPeriods && !header.beginsWithDay
        let hasPeriod = header.has(anyOf: WideColumns.periodNames) || header.says(.period)
        if header.has("alias", "valid_from", "valid_to") {
            self = .aliases
        } else if header.has("group", "joined_on", "left_on") {
            self = .groups
        } else if header.has("figure", "publisher") {
            self = .claims
        } else if hasSubject, !hasPeriod, !header.has("value"), hasPeriods {
            self = .pivot
        } else if header.has("metric", "value") {
            self = .long
        } else if header.has("name", "country", "exchange", "fiscal_year_end", "parent"),
            !hasPeriod, !header.mapsFigures
        {
            self = .companies
        } else if hasSubject && hasPeriod {
            self = .wide
        } else if hasSubject || hasPeriod, header.hasFigures {
            self = .wide
        } else {
            return nil
        }
    }

    /// The options that say for all rows what these columns would.
    func options(for columns: [String]) -> [String] {
        switch self {
        case .long, .wide, .pivot:
            let parts: [Part] = [.subject, .metric, .period]
            return parts.filter { columns.contains($0.rawValue) }.map(\.option)
        case .companies, .aliases, .groups, .claims: return []
        }
    }

    /// The header to write, as docs/csv-formats.md has it.
    var header: String {
        switch self {
        case .companies: "ticker,name,country,exchange,fiscal_year_end,parent,note"
        case .aliases: "alias,ticker,valid_from,valid_to,note"
        case .groups: "group,ticker,joined_on,left_on,note"
        case .long: "subject,metric,period,value,unit,published_on,source,status,note"
        case .wide: "ticker,date,deployed_hashrate (EH/s),market_cap (USD bn),…"
        case .pivot: "ticker,2025Q3,2025Q4,…"
        case .claims: "publisher,subject,figure,on,since,value,unit,published_on,source,note"
        }
    }

    /// The names of columns that have a meaning of their own.
    static let columnNames: [String] = allCases.flatMap { layout in
        layout.header.split(separator: ",").map(String.init).filter { name in
            name.utf8.allSatisfy { $0 == UInt8(ascii: "_") || $0 >= UInt8(ascii: "a") && $0 < 0x7B }
        }
    }

    var description: String {
        switch self {
        case .companies: "companies"
        case .aliases: "aliases"
        case .groups: "groups"
        case .long: "observations in rows"
        case .wide: "observations in columns"
        case .pivot: "observations with periods across"
        case .claims: "claims"
        }
    }
}
