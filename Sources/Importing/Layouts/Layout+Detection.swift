extension Layout {
    /// The layout of a header; nil if none fits.
    ///
    /// A layout is detected by columns that only it has, even if some of its other columns are
    /// missing, so that the message can name the missing ones.
    init?(_ header: Header) {
        let hasSubject =
            header.hasSubjectColumn || header.hasDefault(for: .subject)
        // A row of data, in a file without a header, can look like a header of periods.
        let hasPeriodColumns = header.hasPeriodNames && !header.beginsWithDay
        let hasPeriod = header.hasPeriodColumn || header.hasDefault(for: .period)
        if header.isStacked {
            self = .across
        } else if header.hasYearAcross {
            self = .pivot
        } else if header.has("alias", "valid_from", "valid_to") {
            self = .aliases
        } else if header.has("ads_ratio", "split") {
            self = .shareBasis
        } else if header.has("group", "joined_on", "left_on") {
            self = .groups
        } else if header.has("figure", "publisher") {
            self = .claims
        } else if hasSubject || header.has("metric"), !hasPeriod, !header.has("value"),
            hasPeriodColumns
        {
            self = .pivot
        } else if !hasSubject, hasPeriod || header.allButFirstAreCompanies || header.has("metric"),
            header.mayHaveCompanies, hasPeriod || !header.hasPartsWithoutYear
        {
            self = .across
        } else if header.has("metric", "value") {
            self = .long
        } else if header.has("name", "country", "exchange", "fiscal_year_end", "parent", "cik"),
            !hasPeriod, !header.hasMetricMappings
        {
            self = .companies
        } else if hasSubject && hasPeriod {
            self = .wide
        } else if hasSubject || hasPeriod, header.hasMetricNames {
            self = .wide
        } else {
            return nil
        }
    }
}

extension Header {
    /// Whether the record may be a title such as `Updated,Dec 2025`, and not a header with one period.
    var mayBeDatedTitle: Bool {
        columns.count == 2 && rest.count == 2 && !hasSubjectColumn && !has("metric")
            && rest.contains { HeaderPeriods.isPeriod($0.name) }
    }
}
