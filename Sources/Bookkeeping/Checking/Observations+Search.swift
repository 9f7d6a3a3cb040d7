import Mining

/// Searches in observations that are sorted by period, as a book returns them.
extension [Observation] {
    /// The last one whose period ends on `day` or earlier; nil if there is none.
    func last(upTo day: Day) -> Observation? {
        let end = firstIndex { $0.last > day }
        return end == startIndex ? nil : self[end - 1]
    }

    /// The one of exactly this period; nil if there is none.
    func figure(over period: Period) -> Observation? {
        let index = firstIndex { $0 >= period }
        return index < endIndex && self[index].period == period ? self[index] : nil
    }

    /// The first index whose period fulfils a condition that holds for all later ones as well; the
    /// end if there is none.
    private func firstIndex(where isLater: (Period) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = (low + high) / 2
            if isLater(self[middle].period) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
