/// The name of a column, or the label of rows, whose meaning is not known.
struct UnknownName {
    /// What the names are.
    enum Kind {
        case columns
        /// Texts in a column of metrics.
        case labels
    }

    let name: String
    /// The likely meaning as `--map` takes it; nil if there is none.
    var meaning: String?
    /// Several meanings that it may have.
    var choices: [String] = []

    /// How many names a sentence lists.
    static let listedCount = 20

    /// What is wrong with `names`, which must not be empty, and what to do. `profiles` are those that
    /// may know them. The sentence about a single column does not name it.
    static func sentence(about names: [UnknownName], _ kind: Kind, _ profiles: [String]) -> String {
        let shown = Array(names.prefix(listedCount))
        let subject = subject(names, kind)
        let unsure = shown.filter { !$0.choices.isEmpty }.map { name in
            let it = names.count == 1 ? "it" : quoted(name.name)
            return "; \(it) could be \(listed(name.choices, "or"))"
        }
        return subject + ImportProblem.Reason.likelyProfiles(profiles) + unsure.joined()
            + remedy(for: shown, kind, isOne: names.count == 1)
    }

    private static func subject(_ names: [UnknownName], _ kind: Kind) -> String {
        if names.count == 1 {
            switch kind {
            case .columns: return "is not a known column"
            case .labels: return "\(quoted(names[0].name)) is not a metric"
            }
        }
        let list = listed(names.map { quoted($0.name) }, atMost: listedCount)
        switch kind {
        case .columns: return "the columns \(list) are not known"
        case .labels: return "the labels \(list) are not metrics"
        }
    }

    private static func remedy(for shown: [UnknownName], _ kind: Kind, isOne: Bool) -> String {
        let mapped = shown.filter { $0.meaning != nil }
        var sentence: String
        if isOne, let meaning = shown[0].meaning {
            let name = meaning.split(separator: ":").first.map(String.init) ?? meaning
            sentence = "; did you mean \(name)? Then import with "
        } else if mapped.isEmpty {
            let form =
                kind == .columns
                ? "COLUMN=MEANING" : "LABEL=METRIC (minerbook list metrics shows all metrics)"
            sentence = "; say what \(isOne ? "it means" : "they mean") with --map \(form)"
        } else {
            sentence = "; if this is what they mean, import with "
        }
        sentence += mapped.map { optionText("--map", "\($0.name)=\($0.meaning ?? "")") }
            .joined(separator: " ")
        let (what, option) =
            switch kind {
            case .columns: (isOne ? "it" : "them", "--ignore-column")
            case .labels: (isOne ? "its rows" : "their rows", "--ignore-row")
            }
        let ignored = shown.map { optionText(option, $0.name) }.joined(separator: " ")
        return "\(sentence), or ignore \(what) with \(ignored)"
    }
}
