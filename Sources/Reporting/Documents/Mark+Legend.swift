/// How marks are printed: a letter after the number, explained under its table.
extension Number.Mark {
    /// The letter printed after the number.
    package var letter: Character {
        switch self {
        case .estimated: "e"
        case .carried: "c"
        case .derived: "d"
        case .restated: "s"
        case .incomplete: "i"
        case .likeForLike: "l"
        case .mismatch: "m"
        case .conflict: "x"
        case .unrenewed: "n"
        case .record: "r"
        }
    }

    /// The word or words for the mark.
    var explanation: String {
        switch self {
        case .estimated: "estimated"
        case .carried: "carried from an earlier day"
        case .derived: "derived from other figures"
        case .restated: "restated by its publisher, or computed from a restated figure"
        case .incomplete: "without some members"
        case .likeForLike: "like for like: over members with a figure at both ends"
        case .mismatch: "does not fit other figures"
        case .conflict: "rests on a figure that another source contradicts"
        case .unrenewed: "no newer figure than at the base"
        case .record: "a record: see the notes"
        }
    }

    /// `e estimated; c carried from an earlier day`: each of `marks` once, in the order of the
    /// cases; nil if there are none.
    package static func legend(of marks: [Self]) -> String? {
        let entries = legendEntries(of: marks)
        return entries.isEmpty ? nil : entries.joined(separator: "; ")
    }

    /// The entries of the legend: each of `marks` once, in the order of the cases.
    package static func legendEntries(of marks: [Self]) -> [String] {
        allCases.filter(marks.contains).map { "\($0.letter) \($0.explanation)" }
    }
}
