import Mining

/// All vintages of one subject, metric and period.
struct Vintages {
    /// The code of the subject.
    let subject: String
    /// The name of the subject.
    let name: String
    /// At least two.
    let all: [Observation]

    /// The one that counts now.
    var latest: Observation? { all.counting(knownOn: nil).first }
}

extension Sequence<Observation> {
    /// The vintage that was public first; of several published on the same day the one that would
    /// count least. nil if there is none.
    var firstPublished: Observation? {
        self.min { left, right in
            left.publicFrom != right.publicFrom
                ? left.publicFrom < right.publicFrom : right.counts(over: left)
        }
    }
}
