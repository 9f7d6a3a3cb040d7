/// An option with its value, to be copied to a command line: `--map 'Hash Rate=network_hashrate'`.
func optionText(_ option: String, _ value: String) -> String {
    let word = escaped(value, limit: 400).replacing("'", with: "'\\''")
    // A value that begins like an option would be read as one.
    return option + (value.hasPrefix("-") ? "=" : " ") + "'\(word)'"
}
