/// How an export is written as text. `import` reads all of them.
package enum ExportFormat: String, Sendable, CaseIterable {
    case csv
    /// An array of objects.
    case json
    /// An object per line.
    case ndjson
}
