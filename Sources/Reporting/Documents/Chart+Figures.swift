extension Chart.Series {
    /// A series of a stack: computed figures with the marks that charts show.
    init(_ name: String, _ figures: [ComputedFigure]) {
        var marks: [Int: [Number.Mark]] = [:]
        for (place, figure) in figures.enumerated() {
            let shown = figure.marks.filter { $0 == .estimated || $0 == .carried }
            if !shown.isEmpty { marks[place] = shown }
        }
        self.init(
            name, figures.map { $0.expression?.value }, marks: marks)
    }

    /// A series of figures, each as a table shows it that has them in a row or a column.
    init(
        _ name: String, _ figures: [ComputedFigure], as definition: FigureDefinition,
        breaks: Set<Int> = [], skips: Set<Int> = []
    ) {
        var numbers: [Int: Number] = [:]
        for (place, figure) in figures.enumerated() {
            guard let estimate = Estimate(figure.expression) else { continue }
            numbers[place] = Number(estimate, in: definition.unit, marks: figure.marks)
        }
        let aligned = Number.aligned(numbers)
        self.init(
            name, numbers: figures.indices.map { aligned[$0] }, breaks: breaks, skips: skips)
    }

    /// A series of numbers as a table shows them; nil where it shows none.
    init(
        _ name: String, numbers: [Number?], breaks: Set<Int> = [], skips: Set<Int> = []
    ) {
        var (marks, known): ([Int: [Number.Mark]], [Int: Number]) = ([:], [:])
        for (place, number) in numbers.enumerated() {
            guard let number else { continue }
            known[place] = number
            let shown = number.marks.filter { $0 == .estimated || $0 == .carried }
            if !shown.isEmpty { marks[place] = shown }
        }
        self.init(
            name, numbers.map { $0.map { $0.value * powerFactor($0.power) } }, marks: marks,
            breaks: breaks, skips: skips, numbers: known)
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
    /// The places before which a line is interrupted, because the two ends of the step count
    /// different members or cannot be compared.
    static func breaks(in steps: [ComparedFigure]) -> Set<Int> {
        Set(steps.indices.filter { steps[$0].areApart }.map { $0 + 1 })
    }
}
