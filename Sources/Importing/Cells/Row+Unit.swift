import Mining

extension Row {
    /// The unit in a cell; nil if it is empty or there is no such column.
    ///
    /// A bad unit is reported, and replaced by the usual unit so that the value can still be
    /// checked.
    @inline(__always)
    mutating func unit(
        _ column: FileColumn?, of spec: ValueSpec, _ values: inout ValueReader
    ) -> WrittenUnit? {
        guard let column, !withCell(column, { $0.isEmpty }) else { return nil }
        do throws(ValueReader.ValueError) {
            return try withCell(column) { (cell) throws(ValueReader.ValueError) in
                try values.unit(cell, of: spec)
            }
        } catch {
            let text = shownText(column)
            report(column, error.reason(about: text, as: spec))
            return WrittenUnit(spec.unit)
        }
    }
}
