import Mining

extension Table {
    /// Observations with their sources and where they were read, a row each.
    static func observations(
        _ name: String, _ title: String, _ observations: [Observation]
    ) -> Table {
        Table(
            name: name, title: title,
            columns: [
                .subject, .metric, .period, .printed(), .publishedOn, .status, .source,
                .init("import", "Import", .number) { .count($0.origin?.importNumber) },
                .init("file", "File", .text) { .text(orMissing: $0.origin?.file) },
                .init("line", "Line", .number) { .count($0.origin?.line) },
                .note(audience: .programs),
            ], lines: observations)
    }
}
