import Mining

/// What was published of one subject, metric and period.
struct Vintages {
    /// The code of the subject.
    let subject: String
    let name: String
    /// Two at least.
    let all: [Observation]

    /// The one that counts.
    var latest: Observation? { all.counting(knownOn: nil).first }
}

extension Sequence<Observation> {
    /// The vintage that was public first; of several of one day the one that counts least.
    var firstPublished: Observation? {
        self.min { left, right in
            left.publicFrom != right.publicFrom
                ? left.publicFrom < right.publicFrom : right.counts(over: left)
        }
    }
}
