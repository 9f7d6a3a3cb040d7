/// The places of a file's rows.
struct RowSelection {
    let pattern: RowPattern
    /// Patterns whose values are not rows of this one.
    let earlier: [RowPattern]
    /// The rows in the shape of the file; empty if there are none.
    let nodes: [Int]

    init(_ pattern: RowPattern, earlier: [RowPattern], in shape: JSONShape) {
        self.pattern = pattern
        self.earlier = earlier
        let others = Set(
            earlier.filter { $0.steps.count == pattern.steps.count }.flatMap(shape.nodes))
        nodes = shape.nodes(of: pattern).filter { !others.contains($0) }
    }
}
