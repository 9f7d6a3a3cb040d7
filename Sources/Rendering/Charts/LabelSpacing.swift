/// Moves overlapping labels apart.
///
/// `wanted` has the ideal middle of each label, in any order. The result, in the same order, has
/// neighbours at least `distance` apart, all within `range`, as close to the ideal as possible (the
/// sum of squared distances is least). Labels with the same ideal keep their order. If the range is
/// too small, labels are spaced evenly over it, closer than `distance`. Empty if `wanted` is.
func movedApart(_ wanted: [Double], by distance: Double, within range: ClosedRange<Double>)
    -> [Double]
{
    let gaps = Double(max(wanted.count - 1, 1))
    let distance = min(distance, (range.upperBound - range.lowerBound) / gaps)
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // After subtracting the distances, the positions need only not decrease. Neighbours that would
    // decrease are merged into blocks at the mean of their ideals (isotonic regression by pooling
    // adjacent violators, https://en.wikipedia.org/wiki/Isotonic_regression).
    var blocks: [(sum: Double, count: Int)] = []
    for (rank, index) in order.enumerated() {
        var block = (sum: wanted[index] - Double(rank) * distance, count: 1)
        while let last = blocks.last,
            last.sum / Double(last.count) > block.sum / Double(block.count)
        {
            block = (last.sum + block.sum, last.count + block.count)
            blocks.removeLast()
        }
        blocks.append(block)
    }
    let highest = range.upperBound - Double(wanted.count - 1) * distance
    let places = blocks.flatMap { block in
        let mean = block.sum / Double(block.count)
        return repeatElement(min(max(mean, range.lowerBound), highest), count: block.count)
    }
    var result = wanted
    for (rank, index) in order.enumerated() {
        result[index] = places[rank] + Double(rank) * distance
    }
    return result
}
