extension Chart {
    /// A bar for each name, largest value first; ties keep their order, and names without a value
    /// come last. nil if there are no values.
    init?(
        rankedBars name: String, _ title: String, series: String, unit: String,
        values: [(name: String, value: Double?, marks: [Number.Mark])]
    ) {
        if values.isEmpty { return nil }
        let ranked = values.enumerated().sorted { left, right in
            let (one, other) = (left.element.value ?? -.infinity, right.element.value ?? -.infinity)
            return one == other ? left.offset < right.offset : one > other
        }.map(\.element)
        let marks = Dictionary(
            uniqueKeysWithValues: ranked.enumerated().map { place, entry in
                (place, entry.marks.filter { $0 == .estimated || $0 == .carried })
            }
        ).filter { !$0.value.isEmpty }
        self.init(
            name, title, .bars, unit: unit, axis: .names(ranked.map(\.name)),
            series: [Series(series, ranked.map(\.value), marks: marks)])
    }
}
