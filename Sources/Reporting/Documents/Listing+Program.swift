import Mining

/// Lists of what the program has, which are the same for every book.
extension Listing {
    /// The catalogue of metrics, in its order.
    package static var metrics: Document {
        list(
            "metrics", "Metrics",
            [
                .init("code", "Code", .text) { .text($0.code) },
                .init("name", "Name", .text) { .text($0.name) },
                .init("unit", "Unit", .text) { .text($0.unit.code) },
                .init("dimension", "Dimension", .text) { .text($0.dimension.rawValue) },
                .init("kind", "Kind", .text) { .text($0.kind.rawValue) },
                .init("subject", "Of", .text) {
                    .text($0.subjects.map(\.rawValue).joined(separator: " "))
                },
                .init("max_age_days", "Max. age", .number, unit: "days") {
                    .count($0.maxAgeDays)
                },
                .init("plausible", "Plausible", .text) {
                    .text(orMissing: $0.plausibleText)
                },
                .init("definition", "Definition", .text, isReadWhole: true) {
                    .text($0.definition)
                },
            ], Metric.allCases)
    }

    /// The catalogue of units, in its order; each is 10 to its exponent times the base unit of its
    /// dimension.
    package static var units: Document {
        list(
            "units", "Units",
            [
                .init("unit", "Unit", .text) { .text($0.code) },
                .init("dimension", "Dimension", .text) { .text($0.dimension.rawValue) },
                .init("exponent", "10^", .number) { .count($0.exponent) },
                .init("spellings", "Also read", .text, isReadWhole: true) {
                    .text(orMissing: $0.spellings.joined(separator: ", "))
                },
            ], Unit.allCases)
    }

    /// The reports, each with the question it answers.
    package static func reports(_ reports: [(name: String, answers: String)]) -> Document {
        list(
            "reports", "Reports",
            [
                .init("name", "Report", .text) { .text($0.name) },
                .init("answers", "Answers", .text, isReadWhole: true) { .text($0.answers) },
            ], reports)
    }

    /// The built-in profiles, each with the files it reads. `subject` is nil if the files themselves
    /// name the subject of each figure.
    package static func profiles(
        _ profiles: [(name: String, about: String, subject: String?, metrics: [String])]
    ) -> Document {
        list(
            "profiles", "Profiles",
            [
                .init("name", "Profile", .text) { .text($0.name) },
                .init("about", "Reads", .text, isReadWhole: true) { .text($0.about) },
                .init("subject", "Subject", .text) { .text(orMissing: $0.subject) },
                .init("metrics", "Metrics", .text, isReadWhole: true) {
                    .text($0.metrics.joined(separator: " "))
                },
            ], profiles)
    }
}

extension Metric {
    /// `0 or 0.001 … 1000`, `0 … 10000, since 2019 20 … 10000`; nil if every value is plausible.
    fileprivate var plausibleText: String? {
        let ranges = [
            plausibleRange?.description, recentRange.map { "since \($0.year) \($0.range)" },
        ].compactMap(\.self)
        return ranges.isEmpty ? nil : ranges.joined(separator: ", ")
    }
}
