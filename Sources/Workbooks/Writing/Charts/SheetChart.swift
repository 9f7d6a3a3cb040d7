/// A chart of a workbook. It has no values of its own: it draws those of cells.
package struct SheetChart: Sendable, Hashable {
    /// How the values are drawn.
    package enum Kind: Sendable, Hashable {
        /// Lines over days, numbers or names; an empty cell is a gap.
        case lines
        /// Bars side by side.
        case bars(areHorizontal: Bool)
        /// Bars on top of each other.
        case stack(isHorizontal: Bool)
    }

    /// What its places are.
    package enum Places: Sendable, Hashable {
        /// Texts, spaced evenly.
        case names
        /// Dates that all series have in common, spaced in proportion to time.
        case days
        /// Each series has dates of its own.
        case ownDays
        /// Numbers, spaced in proportion to their distance.
        case numbers
    }

    /// The heading above it.
    package var title: String
    /// What the axis of values says: their unit.
    package var unit: String
    package var kind: Kind
    package var places: Places
    /// Whether the axis of days names months: for days that are months apart.
    package var showsMonths: Bool
    package var series: [ChartSeries]

    /// Whether its places run from top to bottom.
    package var isHorizontal: Bool {
        switch kind {
        case .lines: false
        case .bars(let areHorizontal): areHorizontal
        case .stack(let isHorizontal): isHorizontal
        }
    }

    package init(
        title: String, unit: String, kind: Kind, places: Places, showsMonths: Bool = false,
        series: [ChartSeries]
    ) {
        self.title = title
        self.unit = unit
        self.kind = kind
        self.places = places
        self.showsMonths = showsMonths
        self.series = series
    }
}

/// One line, or the bars of one color.
package struct ChartSeries: Sendable, Hashable {
    /// What is special about a value.
    package struct Look: OptionSet, Sendable, Hashable {
        package let rawValue: Int
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// Hatched; a line to it is dashed.
        package static let hatched = Look(rawValue: 1)
        /// Half transparent.
        package static let light = Look(rawValue: 2)
    }

    /// How its bars are filled.
    package enum Fill: Sendable, Hashable {
        case solid
        /// With dots, to tell it from an earlier series of the same color.
        case dotted
        /// Not at all: it has a dashed outline.
        case none
    }

    /// The name in the legend; nil if it is not listed there.
    package var name: String?
    /// The cells with its places and with its values.
    package var places: SheetRange
    package var values: SheetRange
    /// In hexadecimal digits: `0070EE`.
    package var color: String
    /// Of a line, in thousandths of a point.
    package var width: Int
    package var fill: Fill
    /// What is special about its values, by their place in `values`.
    package var looks: [Int: Look]

    package init(
        name: String?, places: SheetRange, values: SheetRange, color: String, width: Int,
        fill: Fill = .solid, looks: [Int: Look] = [:]
    ) {
        self.name = name
        self.places = places
        self.values = values
        self.color = color
        self.width = width
        self.fill = fill
        self.looks = looks
    }
}

/// Cells of a sheet that is named.
package struct SheetRange: Sendable, Hashable {
    /// The name of the sheet.
    package var sheet: String
    package var cells: CellRange

    package init(sheet: String, cells: CellRange) {
        self.sheet = sheet
        self.cells = cells
    }

    /// As a formula names them: `'Hashrate chart'!$A$2:$A$15`.
    var formula: String {
        "'\(sheet)'!\(cells.absolute)"
    }
}
