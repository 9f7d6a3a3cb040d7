import Mining

extension FigureCode {
    /// The figure or metric that `text`, which is neither, most likely misspells. Nil if there is
    /// none, or if there are several.
    package static func nearestBase(to text: String) -> String? {
        let nearest = nearestCodes(to: text, in: bases)
        return nearest.count == 1 ? nearest.first : nil
    }
}
