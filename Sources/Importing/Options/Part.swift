/// A part of an observation, as the header of a long file calls it.
package enum Part: String, Sendable, Hashable, CaseIterable {
    case subject, metric, period, value, unit
    case publishedOn = "published_on"
    case source, status, note
    /// The name of the subject's company.
    case name

    /// The option of `import` that says it for rows that don't: `--published-on`.
    var option: String { "--" + String(rawValue.map { $0 == "_" ? "-" : $0 }) }
}
