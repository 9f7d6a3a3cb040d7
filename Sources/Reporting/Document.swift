import Mining

/// What a report says: tables, charts and notes, computed in full and formatted not at all.
///
/// Renderers know documents and no reports, reports know no format. So a new report appears in
/// every format, and a new format serves every report.
package struct Document: Sendable, Hashable {
    /// The name it is asked for by, such as `sector`.
    package var report: String
    /// What it was asked, in the order that the command documents: `on`, `since`, …
    package var parameters: [Parameter]
    package var tables: [Table]
    package var charts: [Chart]
    /// Sentences for people, each complete in itself.
    package var notes: [String]

    package init(
        report: String, parameters: [Parameter] = [], tables: [Table], charts: [Chart] = [],
        notes: [String] = []
    ) {
        self.report = report
        self.parameters = parameters
        self.tables = tables
        self.charts = charts
        self.notes = notes
    }
}

/// One thing that a report was asked; `value` is `nil` where it was left open.
package struct Parameter: Sendable, Hashable {
    package var name: String
    package var value: String?

    package init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }
}

/// Rows under columns; every row has one cell per column.
package struct Table: Sendable, Hashable {
    /// The name in JSON and for `--table`.
    package var name: String
    /// What stands above it for people.
    package var title: String
    package var columns: [Column]
    package var rows: [[Cell]]

    package init(name: String, title: String, columns: [Column], rows: [[Cell]]) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
    }
}

/// What the cells of one column are.
package struct Column: Sendable, Hashable {
    package enum Kind: String, Sendable {
        case text, number, date, boolean
    }

    /// Who sees it: a table for people has room for less than a file for programs.
    package enum Audience: Sendable {
        case everyone
        /// Left out of tables for people (table, markdown).
        case programs
    }

    /// The name in JSON and CSV.
    package var name: String
    /// The name for people.
    package var title: String
    package var kind: Kind
    /// The unit of `Number.value` in all its cells; `nil` where there is none or where a
    /// column of the table gives it for each row.
    package var unit: String?
    /// The unit that people see, where cells are shown scaled (`USD bn` for `USD`); `nil`: as
    /// `unit`.
    package var shownUnit: String?
    package var audience: Audience

    package init(
        _ name: String, _ title: String, _ kind: Kind, unit: String? = nil,
        shownUnit: String? = nil, audience: Audience = .everyone
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.unit = unit
        self.shownUnit = shownUnit
        self.audience = audience
    }
}

/// One value of a table.
package enum Cell: Sendable, Hashable {
    /// Nothing is known: `null` in JSON, empty in CSV, `–` for people.
    case missing
    case text(String)
    /// A text that people see in another wording: the unit `USD`, shown as `USD bn`.
    case worded(String, shown: String)
    case number(Number)
    case date(Day)
    case flag(Bool)
}

/// A number, at full precision for programs, with what people should see of it.
package struct Number: Sendable, Hashable {
    /// Something a reader must know of a value to read it rightly.
    package enum Mark: String, Sendable, CaseIterable {
        case estimated
        /// Of an earlier day than asked for.
        case carried
        /// Computed from other figures of the same subject.
        case derived
        /// A sum without some of its members.
        case incomplete
        /// Higher than ever before.
        case record
    }

    /// In the unit of the column or row.
    package var value: Double
    /// Digits after the point that people see, after scaling. Negative: that many digits
    /// before the point are rounded away (−2: 12,345 is shown as 12,300).
    package var places: Int
    /// People see `value` × 10 to this power.
    package var power: Int
    /// Whether people see `+` before it where it is positive, as on changes.
    package var isSigned: Bool
    /// A unit that people see after it, where it differs from that of the column or row.
    package var suffix: String?
    package var marks: [Mark]

    package init(
        _ value: Double, places: Int, power: Int = 0, isSigned: Bool = false,
        suffix: String? = nil, marks: [Mark] = []
    ) {
        self.value = value
        self.places = places
        self.power = power
        self.isSigned = isSigned
        self.suffix = suffix
        self.marks = marks
    }
}

/// A picture of the figures of a document: lines over time, or bars side by side or stacked.
///
/// It holds nothing that no table could say; what cannot draw leaves it out or writes it as a
/// table.
package struct Chart: Sendable, Hashable {
    package enum Kind: String, Sendable {
        /// Over time; a value that is missing leaves a gap.
        case line
        /// One bar for each place of the axis and each series.
        case bars
        /// The series of a place on top of each other; what is missing adds nothing.
        case stacked
    }

    /// What its values stand at, from left to right.
    package enum Axis: Sendable, Hashable {
        /// Days, spaced as time is.
        case days([Day])
        /// Periods or companies, spaced evenly.
        case names([String])
    }

    /// Values of one kind, one for each place of the axis.
    package struct Series: Sendable, Hashable {
        package var name: String
        package var values: [Double?]

        package init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    /// The name in JSON and for `--chart`.
    package var name: String
    /// What stands above it for people.
    package var title: String
    package var kind: Kind
    /// The unit of all its values, as people should see them: `USD bn` rather than `USD`.
    package var unit: String
    package var axis: Axis
    package var series: [Series]

    package init(
        _ name: String, _ title: String, _ kind: Kind, unit: String, axis: Axis,
        series: [Series]
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.unit = unit
        self.axis = axis
        self.series = series
    }
}
