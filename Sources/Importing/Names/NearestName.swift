/// The candidate that `text` most likely misspells: the first of those with the fewest edits. Nil
/// if none is close enough, which means at most one edit for every three characters.
///
/// Ignores letter case. An edit inserts, deletes or replaces a character, or swaps two neighbours
/// (optimal string alignment distance).
package func nearestName(to text: String, in candidates: some Sequence<String>) -> String? {
    let wanted = Array(text.lowercased().utf8)
    // The work grows with the product of the lengths, and long texts are not misspelt names.
    guard wanted.count <= 60 else { return nil }
    var best: (name: String, edits: Int)?
    for candidate in candidates {
        let name = Array(candidate.lowercased().utf8)
        let allowed = max(1, min(wanted.count, name.count) / 3)
        guard abs(name.count - wanted.count) <= allowed else { continue }
        let edits = editDistance(from: wanted, to: name)
        if edits <= allowed, edits < best?.edits ?? .max { best = (candidate, edits) }
    }
    return best?.name
}

private func editDistance(from source: [UInt8], to target: [UInt8]) -> Int {
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
