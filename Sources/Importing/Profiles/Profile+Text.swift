import Mining

extension Profile {
    /// Reads the text of a profile: a setting a line, `key: value`; lines that begin with `#` and
    /// blank ones say nothing. What is wrong is in `diagnostics`, and then there is no profile.
    package init?(_ name: String, _ text: String, reporting diagnostics: inout Diagnostics) {
        self.name = name
        let known = diagnostics.problemCount
        var lines: [ProfileSetting: Int] = [:]
        let rawLines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, rawLine) in rawLines.enumerated() {
            let hasMark = index == 0 && rawLine.first == "\u{FEFF}"
            let line = trimmed(hasMark ? rawLine.dropFirst() : rawLine)
            if line.isEmpty || line.hasPrefix("#") { continue }
            do throws(ImportProblem.Fact) {
                try take(line, index + 1, &lines)
            } catch {
                diagnostics.report(ImportProblem(file: name, line: index + 1, fact: error))
            }
        }
        guard diagnostics.problemCount == known else { return nil }
    }

    /// Takes a line; `lines` has where each setting was said.
    private mutating func take(
        _ line: String, _ number: Int, _ lines: inout [ProfileSetting: Int]
    ) throws(ImportProblem.Fact) {
        let end = line.firstIndex(of: ":") ?? line.endIndex
        let key = trimmed(line[..<end])
        let value = trimmed(line[end...].dropFirst())
        guard let setting = ProfileSetting(rawValue: key.lowercased()) else {
            throw .notSetting(
                key, nearest: nearest(to: key, in: ProfileSetting.allCases.map(\.rawValue)))
        }
        guard !value.isEmpty else { throw .emptySetting(key) }
        guard !value.hasControlCharacter else { throw .controlCharacter(value) }
        if !setting.isRepeatable, let first = lines[setting] {
            throw .repeatedSetting(key, line: first)
        }
        lines[setting] = number
        try set(setting, to: value)
    }
}

/// `text` without the spaces around it.
func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
}
