import Mining

/// The table `changes`: what each figure changed from period to period, over the same members.
///
/// Rows are figures, columns are periods. A figure of members has a second row with how many members
/// each change is over, so that a sum of more members is not read as growth. Notes say how many
/// members of a sum have no newer figure, and how many figures are estimates, carried or contradicted.
struct ChangeTable {
    /// All of them; the table has no column for the first.
    private let all: [Period]
    private let periods: [Period]
    private var rows: [(title: String, code: String, unit: FigureUnit, cells: [Cell])] = []
    /// Why a change is not shown, and what sums and their changes rest on, in sentences for each
    /// figure.
    private(set) var notes: [String] = []

    /// A table for the steps between consecutive `periods`; the first has no change.
    init(_ periods: [Period]) {
        all = periods
        self.periods = Array(periods.dropFirst())
    }

    /// Adds the steps of a figure, one for each period after the first. A figure without any change
    /// is left out. `isSum` says that it is itself a sum over members.
    mutating func append(
        _ definition: FigureDefinition, _ steps: [ComparedFigure], isSum: Bool
    ) {
        if isSum { notes += MemberCounts(definition.title, steps, over: all).sentences }
        guard steps.contains(where: { $0.change.absolute != nil }) else { return }
        let greatest = steps.compactMap(\.greatest).max()
        rows.append(
            (
                definition.title, "\(definition.code).change", definition.unit,
                steps.map { $0.shownChange(upTo: greatest).map(Cell.number) ?? .missing }
            ))
        if steps.contains(where: { $0.ends?.members != nil }) {
            rows.append(
                (
                    "\(definition.title), members", "\(definition.code).change_members",
                    FigureUnit(.count), steps.map { .count($0.ends?.members) }
                ))
        }
        let open = zip(periods, steps).filter { $0.1.mismatch != nil }
        if let (first, step) = open.first, let reason = step.mismatch {
            let more = open.count > 1 ? " and \(open.count - 1) more" : ""
            notes.append(
                "\(definition.title): no change to \(first)\(more), because \(reason).")
        }
    }

    var table: Table {
        Table(
            name: "changes", title: "Changes from the period before, over the same members",
            columns: [
                Column("figure", "Code", .text, audience: .programs),
                Column("title", "Figure", .text), Column("unit", "Unit", .text),
            ] + periods.map { Column("\($0)", "\($0)", .number) },
            rows: rows.map { row in
                [.text(row.code), .text(row.title), .worded(row.unit.code, shown: row.unit.shown)]
                    + row.cells
            })
    }
}
