/// Moves labels apart that would stand on each other.
///
/// `wanted` is where the middle of each belongs, in any order; the result, in the same order, is
/// as near to that as can be (the sum of squared distances is least), with neighbours at least
/// `distance` apart, all within `range`. Labels of the same place keep their order. Where there
/// is not room for all, they stand evenly over the range, closer than `distance`.
func spread(_ wanted: [Double], apart distance: Double, within range: ClosedRange<Double>)
    -> [Double]
{
    let gaps = Double(max(wanted.count - 1, 1))
    let distance = min(distance, (range.upperBound - range.lowerBound) / gaps)
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    // Less their distances, the labels need only not fall: neighbours that do are pooled into
    // blocks at the mean of what they want (isotonic regression).
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
