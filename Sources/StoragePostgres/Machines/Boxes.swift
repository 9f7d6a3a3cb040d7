/// Lookups that have everything in common except one part, such as the subject: each box has those
/// that are answered together.
///
/// A lookup in a table whose rows are on several machines is a message to one of them, and waits
/// for its answer. A box is one message to each machine, with an array in place of the part that
/// differs, and the machines answer at the same time. So a report of 5,000 companies sends a few
/// messages for each metric and day, and not one for each company.
struct Boxes<Lookup, Shared: Hashable, Member: Hashable> {
    /// All lookups.
    let lookups: [Lookup]
    /// What the lookups of each box have in common.
    private(set) var shared: [Shared] = []
    /// Of each box, the indices of its lookups, by the part in which they differ.
    private var indices: [[Member: [Int]]] = []

    /// `parts` are what a lookup has in common with others and what is its own.
    init(_ lookups: [Lookup], _ parts: (Lookup) -> (shared: Shared, member: Member)) {
        self.lookups = lookups
        var boxes: [Shared: Int] = [:]
        for (index, lookup) in lookups.enumerated() {
            let (common, member) = parts(lookup)
            let box = boxes[common, default: shared.count]
            if box == shared.count {
                boxes[common] = box
                shared.append(common)
                indices.append([:])
            }
            indices[box][member, default: []].append(index)
        }
    }

    /// Whether there is no lookup.
    var isEmpty: Bool { lookups.isEmpty }

    /// How many boxes there are.
    var boxCount: Int { shared.count }

    /// The lookups of a box, which is counted from 1, for a member.
    func lookups(inBox number: Int, for member: Member) -> [Lookup] {
        guard indices.indices.contains(number - 1) else { return [] }
        return (indices[number - 1][member] ?? []).map { lookups[$0] }
    }

    /// Parameters 1 to 3: the members of all boxes one after the other, and where those of each box
    /// begin and end, counted from 1.
    func parameters(_ array: ([Member]) -> Parameter) -> [Parameter] {
        var members: [Member] = []
        var (starts, ends): ([Int], [Int]) = ([], [])
        for box in indices {
            starts.append(members.count + 1)
            members += box.keys
            ends.append(members.count)
        }
        return [array(members), .integers(starts), .integers(ends)]
    }
}

extension Boxes where Member == [UInt8] {
    /// Parameters 1 to 3 for members that are texts.
    var textParameters: [Parameter] { parameters { .texts($0.map { $0[...] }) } }
}
