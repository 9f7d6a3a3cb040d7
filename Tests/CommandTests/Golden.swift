/// Golden files by the formats they hold.
enum Golden {
    /// How the name of a file of that `--format` ends.
    static func suffix(of format: String) -> String {
        switch format {
        case "table": "txt"
        case "markdown": "md"
        default: format
        }
    }
}
