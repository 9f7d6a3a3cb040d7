import CSV

extension FileColumn {
    /// The names of the first two columns in a file of rejected rows.
    static let rejectNames = ["rejected_line", "rejected_reason"]

    /// Whether `import` ignores the column in every file. These columns are written by minerbook
    /// itself: in a file of rejected rows (`rejected_line`), or in a worksheet
    /// (`last_deployed_hashrate (EH/s)`, `last_deployed_hashrate_on`).
    var isAlwaysIgnored: Bool {
        let name = normalizedName(self.name)
        if Self.rejectNames.contains(name) { return true }
        guard name.hasPrefix(Self.lastFigurePrefix) else { return false }
        var figure = name.dropFirst(Self.lastFigurePrefix.count)
        if figure.hasSuffix(Self.daySuffix) { figure.removeLast(Self.daySuffix.count) }
        guard
            case .metric = MetricColumn.read(
                FileColumn(index: index, name: String(figure)), ImportOptions())
        else {
            return false
        }
        return true
    }

    private static var lastFigurePrefix: String { "last_" }
    private static var daySuffix: String { "_on" }
}

extension CSVRecord {
    /// Whether this is the header of a file of rejected rows.
    var hasRejectColumns: Bool {
        fields.count >= FileColumn.rejectNames.count
            && zip(fields.indices, FileColumn.rejectNames).allSatisfy { index, name in
                normalizedName(shownText(at: index)) == name
            }
    }
}
