import Mining

extension Profile {
    /// Reads the text of a profile: one setting per line, `key: value`. Ignores blank lines and
    /// lines that begin with `#`. Nil if there is any problem; problems go to `diagnostics`.
    package init?(_ name: String, _ text: String, reporting diagnostics: inout Diagnostics) {
        self.name = name
        let countBefore = diagnostics.problemCount
        var firstLines: [ProfileSetting: Int] = [:]
        let rawLines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, rawLine) in rawLines.enumerated() {
            let hasByteOrderMark = index == 0 && rawLine.first == "\u{FEFF}"
            let line = trimmed(hasByteOrderMark ? rawLine.dropFirst() : rawLine)
            if line.isEmpty || line.hasPrefix("#") { continue }
            do throws(ImportProblem.Reason) {
                try apply(line, number: index + 1, &firstLines)
            } catch {
                diagnostics.report(ImportProblem(file: name, line: index + 1, reason: error))
            }
        }
        guard diagnostics.problemCount == countBefore else { return nil }
    }

    /// Applies a line. `firstLines` has the line number of each setting's first line.
    private mutating func apply(
        _ line: String, number: Int, _ firstLines: inout [ProfileSetting: Int]
    ) throws(ImportProblem.Reason) {
        let end = line.firstIndex(of: ":") ?? line.endIndex
        let key = trimmed(line[..<end])
        let value = trimmed(line[end...].dropFirst())
        guard let setting = ProfileSetting(rawValue: key.lowercased()) else {
            throw .notSetting(
                key, nearest: nearestName(to: key, in: ProfileSetting.allCases.map(\.rawValue)))
        }
        guard !value.isEmpty else { throw .emptySetting(key) }
        guard !value.hasHiddenCharacter else { throw .controlCharacter(value) }
        if !setting.isRepeatable, let first = firstLines[setting] {
            throw .repeatedSetting(key, line: first)
        }
        firstLines[setting] = number
        try set(setting, to: value)
    }
}
