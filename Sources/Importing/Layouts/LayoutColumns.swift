import Mining

/// The layout of a file, with the position of each column in its header.
enum LayoutColumns {
    case companies(CompanyColumns)
    case aliases(AliasColumns)
    case shareBasis(ShareBasisColumns)
    case groups(GroupColumns)
    case long(LongColumns)
    case wide(WideColumns)
    case pivot(PivotColumns)
    case across(AcrossColumns)
    case claims(ClaimColumns)

    /// Detects the layout of a header and matches its columns. Returns nil if the header has a
    /// problem. Problems are added to the header.
    init?(_ header: inout Header) {
        guard header.fitsProfile() else { return nil }
        if header.hasPartsWithoutYear {
            header.report(.partsWithoutYear(header.yearParts.map(\.name)))
            return nil
        }
        guard let layout = Layout(header) else {
            header.reportUnrecognised()
            return nil
        }
        let columns: LayoutColumns? =
            switch layout {
            case .companies: CompanyColumns(&header).map { .companies($0) }
            case .aliases: AliasColumns(&header).map { .aliases($0) }
            case .shareBasis: ShareBasisColumns(&header).map { .shareBasis($0) }
            case .groups: GroupColumns(&header).map { .groups($0) }
            case .long: LongColumns(&header).map { .long($0) }
            case .wide: WideColumns(&header).map { .wide($0) }
            case .pivot: PivotColumns(&header).map { .pivot($0) }
            case .across: AcrossColumns(&header).map { .across($0) }
            case .claims: ClaimColumns(&header).map { .claims($0) }
            }
        header.reportRest(for: layout)
        guard let columns, header.problems.isEmpty else { return nil }
        self = columns
    }

    var layout: Layout {
        switch self {
        case .companies: .companies
        case .aliases: .aliases
        case .shareBasis: .shareBasis
        case .groups: .groups
        case .long: .long
        case .wide: .wide
        case .pivot: .pivot
        case .across: .across
        case .claims: .claims
        }
    }

    /// Whether columns are named after metrics, periods or companies. If so, the import prints how it read
    /// each name.
    var hasFreeColumns: Bool {
        switch self {
        case .wide, .pivot, .across: true
        case .companies, .aliases, .shareBasis, .groups, .long, .claims: false
        }
    }

    /// The column with the figure that a message is about; `name` is its metric or its column. Nil
    /// if several columns may have it.
    func figureColumn(_ name: String) -> FileColumn? {
        switch self {
        case .wide(let columns):
            columns.figures.first { $0.metric.metric.code == name || $0.column.name == name }?
                .column
        case .long(let columns): columns.value
        case .companies, .aliases, .shareBasis, .groups, .pivot, .across, .claims: nil
        }
    }

    /// The column of metrics; nil if there is none.
    var labels: FileColumn? {
        switch self {
        case .long(let columns): columns.metric
        case .pivot(let columns): columns.metric
        case .across(let columns): columns.metric
        case .companies, .aliases, .shareBasis, .groups, .wide, .claims: nil
        }
    }

    /// The columns with the subject of a row of observations; nil for other rows, and if each
    /// column has its own subject. Setting it then has no effect.
    var subject: SubjectColumns? {
        get {
            switch self {
            case .wide(let columns): columns.subject
            case .long(let columns): columns.subject
            case .pivot(let columns): columns.subject
            case .companies, .aliases, .shareBasis, .groups, .across, .claims: nil
            }
        }
        set {
            guard let newValue else { return }
            switch self {
            case .wide(var columns):
                columns.subject = newValue
                self = .wide(columns)
            case .long(var columns):
                columns.subject = newValue
                self = .long(columns)
            case .pivot(var columns):
                columns.subject = newValue
                self = .pivot(columns)
            case .companies, .aliases, .shareBasis, .groups, .across, .claims: break
            }
        }
    }
}
