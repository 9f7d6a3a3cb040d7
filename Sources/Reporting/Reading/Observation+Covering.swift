import Mining

extension [Observation] {
    /// The fewest of these observations, one per period and in the order of their periods, that
    /// cover `whole` without gap or overlap; nil if none do. Of several equally short lists it
    /// is the one whose longer parts come last.
    func covering(_ whole: Period) -> [Observation]? {
        // For each day that a part ends on: the fewest parts up to it, and the last of them.
        var best: [Int: (count: Int, last: Int?)] = [whole.first.number - 1: (0, nil)]
        for (index, part) in enumerated() {
            guard let before = best[part.period.first.number - 1] else { continue }
            let end = part.period.last.number
            if let known = best[end], known.count <= before.count + 1 { continue }
            best[end] = (before.count + 1, index)
        }
        var chosen: [Observation] = []
        var end = whole.last.number
        while let index = best[end]?.last {
            chosen.append(self[index])
            end = self[index].period.first.number - 1
        }
        return end == whole.first.number - 1 && !chosen.isEmpty ? chosen.reversed() : nil
    }
}
