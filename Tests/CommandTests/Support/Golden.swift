/// Names of golden files.
enum Golden {
    /// The file name extension for a value of `--format`.
    static func suffix(of format: String) -> String {
        switch format {
        case "table": "txt"
        case "markdown": "md"
        default: format
        }
    }
}
