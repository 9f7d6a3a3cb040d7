import Mining

/// The header of a column: its names, the kind of its cells and their unit.
package struct Column: Sendable, Hashable {
    /// The kind of its cells.
    package enum Kind: String, Sendable {
        case text, number, date, boolean
    }

    /// Who sees a column: tables for people have less room than files for programs.
    package enum Audience: Sendable {
        case everyone
        /// Left out of the formats for people (table, markdown).
        case programs
    }

    /// The name in JSON and CSV.
    package var name: String
    /// The name for people.
    package var title: String
    /// The kind of its cells; any cell may also be missing.
    package var kind: Kind
    /// The unit of `Number.value` in all its cells; nil if there is none or if another column of
    /// the table gives it for each row.
    package var unit: String?
    /// The unit that people see if values are shown scaled (`USD bn` for `USD`); empty if
    /// the title of the table gives it; nil for `unit`.
    package var shownUnit: String?
    /// Who sees it.
    package var audience: Audience
    /// Whether its texts are meant to be read whole, such as a reason or a source: where there is no
    /// room they go on in further lines instead of being shortened.
    package var isReadWhole: Bool
    /// Whether it only repeats another column in other words, such as the name beside the ticker: where
    /// there is no room for all columns, it is left out.
    package var isRepetition: Bool

    package init(
        _ name: String, _ title: String, _ kind: Kind, unit: String? = nil,
        shownUnit: String? = nil, audience: Audience = .everyone, isReadWhole: Bool = false,
        isRepetition: Bool = false
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.unit = unit
        self.shownUnit = shownUnit
        self.audience = audience
        self.isReadWhole = isReadWhole
        self.isRepetition = isRepetition
    }
}

extension Column {
    /// The name of a company, beside its ticker.
    static let companyName = Column("name", "Name", .text, isRepetition: true)
}

extension ReportColumn {
    /// The name of a company, beside its ticker.
    static func companyName(_ company: @escaping (Line) -> Company) -> Self {
        Self(.companyName) { .text(company($0).name) }
    }
}
