/// The candidate that `text` most likely misspells: of the fewest changes, the first of them.
/// `nil` where none is near enough, which is one change in every three characters.
///
/// Letter case does not matter. Changes are a character more, less or another, and two
/// neighbours changed round (optimal string alignment).
package func nearest(to text: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().utf8)
    // Nobody misspells a sentence, and the work grows with the product of the lengths.
    guard wanted.count <= 60 else { return nil }
    var best: (name: String, changes: Int)?
    for candidate in candidates {
        let name = Array(candidate.lowercased().utf8)
        let allowed = max(1, min(wanted.count, name.count) / 3)
        guard abs(name.count - wanted.count) <= allowed else { continue }
        let changes = changes(from: wanted, to: name)
        if changes <= allowed, changes < best?.changes ?? .max { best = (candidate, changes) }
    }
    return best?.name
}

private func changes(from source: [UInt8], to target: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...target.count)
    for i in source.indices {
        var row = [i + 1]
        for j in target.indices {
            var count = min(
                last[j + 1] + 1, row[j] + 1, last[j] + (source[i] == target[j] ? 0 : 1))
            if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
                count = min(count, beforeLast[j - 1] + 1)
            }
            row.append(count)
        }
        (beforeLast, last) = (last, row)
    }
    return last[target.count]
}
