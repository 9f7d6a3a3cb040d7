extension Chart.Series {
    /// A series of computed figures, multiplied by `scale`, with the marks that charts show.
    init(_ name: String, _ figures: [ComputedFigure], scale: Double = 1) {
        var marks: [Int: [Number.Mark]] = [:]
        for (place, figure) in figures.enumerated() {
            let shown = figure.marks.filter { $0 == .estimated || $0 == .carried }
            if !shown.isEmpty { marks[place] = shown }
        }
        self.init(
            name, figures.map { $0.expression?.value.map { $0 * scale } }, marks: marks)
    }

    /// A series of numbers as a table shows them; nil where it shows none.
    init(_ name: String, numbers: [Number?]) {
        var (marks, known): ([Int: [Number.Mark]], [Int: Number]) = ([:], [:])
        for (place, number) in numbers.enumerated() {
            guard let number else { continue }
            known[place] = number
            let shown = number.marks.filter { $0 == .estimated || $0 == .carried }
            if !shown.isEmpty { marks[place] = shown }
        }
        self.init(
            name, numbers.map { $0.map { $0.value * powerFactor($0.power) } }, marks: marks,
            numbers: known)
    }

    /// Only these places; their marks, breaks and numbers move with them.
    func places(_ kept: ClosedRange<Int>) -> Chart.Series {
        func moved(_ places: Set<Int>) -> Set<Int> {
            Set(places.filter(kept.contains).map { $0 - kept.lowerBound })
        }
        func moved<Value>(_ values: [Int: Value]) -> [Int: Value] {
            Dictionary(
                uniqueKeysWithValues: values.filter { kept.contains($0.key) }.map {
                    ($0.key - kept.lowerBound, $0.value)
                })
        }
        return Chart.Series(
            name, Array(values[kept]), marks: moved(marks), breaks: moved(breaks),
            skips: moved(skips), numbers: moved(numbers))
    }
}

extension Chart {
    /// Adds what a sum over a changing set of companies would hide: before each step whose ends
    /// count other members, the line is interrupted.
    static func breaks(in steps: [ComparedFigure]) -> Set<Int> {
        Set(steps.indices.filter { steps[$0].areApart }.map { $0 + 1 })
    }
}
