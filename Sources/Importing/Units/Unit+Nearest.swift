import Mining

extension Unit {
    /// The code of the unit that `text`, which is not a unit, most likely misspells. Nil if there is
    /// none, or if the letters do not tell the scale: `USD t` is one edit from `USD k` and `USD m`.
    static func nearestCode(to text: String, of dimension: Dimension) -> String? {
        let codes = codes(of: dimension)
        guard let nearest = nearestName(to: text, in: codes),
            nearest.lowercased() != text.lowercased()
        else { return nil }
        let others = codes.filter { $0 != nearest }
        if let other = nearestName(to: text, in: others),
            distance(text, other) <= distance(text, nearest)
        {
            return nil
        }
        return hasScale(of: nearest, text) ? nearest : nil
    }

    private static func distance(_ text: String, _ code: String) -> Int {
        editDistance(from: Array(text.lowercased().utf8), to: Array(code.lowercased().utf8))
    }

    /// Whether `text` has the scale of the unit `code`: the first letter of `EH/s`, the last word of
    /// `USD m`, or none.
    private static func hasScale(of code: String, _ text: String) -> Bool {
        let (words, codeWords) = (text.lowercased().split(separator: " "), code.lowercased())
        guard text.lowercased().first == codeWords.first else { return false }
        let last = codeWords.split(separator: " ").last
        if let last, UnitText.Scale(last) != nil, codeWords.contains(" ") {
            return words.last == last
        }
        return words.count < 2 || codeWords.contains(" ")
    }
}
