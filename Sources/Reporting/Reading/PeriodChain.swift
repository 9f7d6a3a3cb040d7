import Mining

/// The shortest way from the first day of a period to the day after its last, in steps over
/// published periods: forward over one that is added, back over one that is subtracted.
///
/// Every such way gives the period exactly, without gap or overlap. It has the fewest steps; of
/// equally many, the fewest back; of these, the fewest days in all.
struct PeriodChain {
    let parts: PeriodParts

    /// Returns nil if there is no way, or none that goes back.
    init?(over period: Period, in published: [Observation]) {
        let steps = Self.steps(published.map(\.period))
        let (start, goal) = (period.first.number, period.last.number + 1)
        var best = [start: Way(day: start)]
        var open = Heap<Way>()
        open.insert(Way(day: start))
        // Dijkstra's algorithm: the best of the open ways cannot be improved. A way that was improved
        // after it had been opened is passed over.
        while let here = open.popLeast(), here.day != goal {
            if let known = best[here.day], known.isShorter(than: here) { continue }
            for step in steps[here.day] ?? [] {
                let way = here.taking(step)
                if let known = best[way.day], !(way.isShorter(than: known)) { continue }
                best[way.day] = way
                open.insert(way)
            }
        }
        var added: [Observation] = []
        var subtracted: [Observation] = []
        var day = goal
        while let step = best[day]?.step {
            if step.isBack {
                subtracted.append(published[step.index])
            } else {
                added.append(published[step.index])
            }
            day = step.from
        }
        guard day == start, !added.isEmpty, !subtracted.isEmpty else { return nil }
        parts = PeriodParts(added: added, subtracted: subtracted)
    }

    /// A published period, forward or back.
    private struct Step {
        /// The place of the period among those published.
        let index: Int
        let from: Int
        let to: Int

        var isBack: Bool { to < from }
    }

    /// The steps from each day.
    private static func steps(_ periods: [Period]) -> [Int: [Step]] {
        var steps: [Int: [Step]] = [:]
        for (index, period) in periods.enumerated() {
            let (first, end) = (period.first.number, period.last.number + 1)
            steps[first, default: []].append(Step(index: index, from: first, to: end))
            steps[end, default: []].append(Step(index: index, from: end, to: first))
        }
        return steps
    }

    /// The best way to a day that is known so far.
    private struct Way: Comparable {
        let day: Int
        var count = 0
        var back = 0
        var length = 0
        /// The last step; nil for the start.
        var step: Step?

        init(day: Int) { self.day = day }

        func taking(_ step: Step) -> Way {
            var way = Way(day: step.to)
            way.count = count + 1
            way.back = back + (step.isBack ? 1 : 0)
            way.length = length + abs(step.to - step.from)
            way.step = step
            return way
        }

        func isShorter(than other: Way) -> Bool {
            (count, back, length) < (other.count, other.back, other.length)
        }

        static func < (left: Way, right: Way) -> Bool {
            (left.count, left.back, left.length, left.day)
                < (right.count, right.back, right.length, right.day)
        }

        static func == (left: Way, right: Way) -> Bool { !(left < right) && !(right < left) }
    }
}
