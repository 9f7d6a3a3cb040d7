/// What a claim is about: a figure or a metric, or how much it changed.
package struct FigureCode: Sendable, Hashable {
    package enum Change: String, Sendable, CaseIterable {
        /// The difference, in the figure's unit.
        case absolute = "change"
        /// The difference relative to what it was.
        case percent = "change_percent"
        /// The difference of two percentages.
        case basisPoints = "change_bp"
    }

    /// The code of a `Figure` or a `Metric`.
    package let base: String
    /// `nil` for the figure itself.
    package let change: Change?
    /// What a claim of it measures.
    package let dimension: Dimension

    package init(_ figure: Figure, change: Change? = nil) {
        self.init(base: figure.code, of: figure.unit.dimension, change: change)
    }

    /// Reads `hashrate`, `hashrate.change`, `difficulty.change_percent`. `nil` where there is
    /// no such figure, metric or kind of change.
    package init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard let base = parts.first, parts.count <= 2,
            let dimension = Figure(code: base)?.unit.dimension
                ?? Metric.allCases.first(where: { $0.code == base })?.dimension
        else { return nil }
        var change: Change?
        if parts.count == 2 {
            change = Change(rawValue: parts[1])
            guard change != nil else { return nil }
        }
        self.init(base: base, of: dimension, change: change)
    }

    private init(base: String, of dimension: Dimension, change: Change?) {
        self.base = base
        self.change = change
        switch change {
        case nil, .absolute: self.dimension = dimension
        case .percent, .basisPoints: self.dimension = .percentage
        }
    }

    /// Every code there is, without the kinds of change.
    package static var bases: [String] {
        let figures = Figure.allCases.map(\.code)
        return figures + Metric.allCases.map(\.code).filter { !figures.contains($0) }
    }
}

extension FigureCode: CustomStringConvertible {
    package var description: String { change.map { "\(base).\($0.rawValue)" } ?? base }
}
