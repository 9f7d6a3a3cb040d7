import CSV

extension Column {
    /// Whether it is one of those that `import` passes over in every file: they are the
    /// program's own remarks, in a file of rejected rows (`rejected_line`) or in a worksheet
    /// (`last_deployed_hashrate (EH/s)`, `last_deployed_hashrate_on`).
    var isPassedOver: Bool {
        let name = normalizedName(self.name)
        if RejectSheet.names.contains(name) { return true }
        guard name.hasPrefix(Self.lastFigure) else { return false }
        var figure = name.dropFirst(Self.lastFigure.count)
        if figure.hasSuffix(Self.day) { figure.removeLast(Self.day.count) }
        guard
            case .metric = MetricColumn.read(
                Column(index: index, name: String(figure)), ImportOptions())
        else {
            return false
        }
        return true
    }

    private static var lastFigure: String { "last_" }
    private static var day: String { "_on" }
}

extension CSVRecord {
    /// Whether it is the header of a file of rejected rows.
    var hasRejectRemarks: Bool {
        fields.count >= RejectSheet.names.count
            && zip(fields.indices, RejectSheet.names).allSatisfy { index, name in
                normalizedName(shownText(at: index)) == name
            }
    }
}
