/// What a claim is about: a figure or a metric, or its change between two periods.
package struct FigureCode: Sendable, Hashable {
    /// How a change is expressed.
    package enum Change: String, Sendable, CaseIterable {
        /// The difference, in the figure's unit.
        case absolute = "change"
        /// The difference in percent of the earlier value.
        case percent = "change_percent"
        /// The difference of two percentages, in basis points.
        case basisPoints = "change_bp"
    }

    /// The code of a `Figure` or a `Metric`.
    package let base: String
    /// The kind of change, or nil for the figure itself.
    package let change: Change?
    /// The dimension of the values that such claims have.
    package let dimension: Dimension

    /// The code of a figure, or of its change.
    package init(_ figure: Figure, change: Change? = nil) {
        self.init(base: figure.code, of: figure.unit.dimension, change: change)
    }

    /// Reads a code such as `hashrate`, `hashrate.change` or `difficulty.change_percent`. Returns
    /// nil if there is no such figure, metric or kind of change.
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

    /// All codes without a change: the figures in their order, then the metrics that are not
    /// figures too.
    package static var bases: [String] {
        let figures = Figure.allCases.map(\.code)
        return figures + Metric.allCases.map(\.code).filter { !figures.contains($0) }
    }
}

extension FigureCode: CustomStringConvertible {
    /// The code as `init(_:)` reads it.
    package var description: String { change.map { "\(base).\($0.rawValue)" } ?? base }
}
