import Mining

extension [Observation] {
    /// The fewest of these observations, one per period and in the order of their periods, that
    /// cover `whole` without gap or overlap; `nil` where none do. Of as few the longer parts
    /// come last.
    func covering(_ whole: Period) -> [Observation]? {
        // The best way to each day that a part ends on: how many parts, and the last of them.
        var ways: [Int: (count: Int, last: Int?)] = [whole.first.number - 1: (0, nil)]
        for (index, part) in enumerated() {
            guard let before = ways[part.period.first.number - 1] else { continue }
            let end = part.period.last.number
            if let known = ways[end], known.count <= before.count + 1 { continue }
            ways[end] = (before.count + 1, index)
        }
        var chosen: [Observation] = []
        var end = whole.last.number
        while let index = ways[end]?.last {
            chosen.append(self[index])
            end = self[index].period.first.number - 1
        }
        return end == whole.first.number - 1 && !chosen.isEmpty ? chosen.reversed() : nil
    }
}
