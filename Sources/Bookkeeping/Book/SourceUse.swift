/// A source, and how many rows of a book name it.
package struct SourceUse: Sendable, Hashable {
    /// Where figures were read; never empty.
    package var text: String
    package var observations: Int
    package var claims: Int

    package init(text: String, observations: Int, claims: Int) {
        self.text = text
        self.observations = observations
        self.claims = claims
    }
}
