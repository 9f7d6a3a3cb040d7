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

/// The codes that `text` most likely misspells: those with the fewest edits. Several if none is
/// nearer than the others; empty if none is close enough.
///
/// Codes consist of words, and every word counts by itself: at most one edit for every three
/// characters of a word. So `owned_hashrate` is not `hosted_hashrate`, however much of the two is
/// the same.
package func nearestCodes(to text: String, in codes: some Sequence<String>) -> [String] {
    let wanted = normalizedName(text)
    guard wanted.utf8.count <= 60 else { return [] }
    var best: (codes: [String], edits: Int) = ([], .max)
    for code in codes {
        guard let edits = edits(from: wanted, to: code), edits <= best.edits else { continue }
        best = (edits == best.edits ? best.codes + [code] : [code], edits)
    }
    return best.codes
}

/// The number of edits between two names; nil if they are too many. Only one is allowed if the names
/// differ in their number of words.
private func edits(from name: String, to code: String) -> Int? {
    let (words, others) = (name.split(separator: "_"), code.split(separator: "_"))
    guard words.count == others.count else {
        let edits = editDistance(from: Array(name.utf8), to: Array(code.utf8))
        return edits == 1 ? edits : nil
    }
    var sum = 0
    for (word, other) in zip(words, others) {
        let edits = editDistance(from: Array(word.utf8), to: Array(other.utf8))
        guard edits <= max(1, min(word.utf8.count, other.utf8.count) / 3) else { return nil }
        sum += edits
    }
    return sum
}

/// The number of edits between two texts: see `nearestName`.
func editDistance(from source: [UInt8], to target: [UInt8]) -> Int {
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
