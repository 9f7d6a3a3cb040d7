/// A field of an observation, named like its column in the layout with one figure per row.
package enum ObservationField: String, Sendable, Hashable, CaseIterable {
    case subject, metric, period, value, unit
    case publishedOn = "published_on"
    case source, status, note
    /// The company's name beside its ticker.
    case name

    /// The option of `import` that sets the field for rows without it, such as `--published-on`.
    var option: String { "--" + String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}
