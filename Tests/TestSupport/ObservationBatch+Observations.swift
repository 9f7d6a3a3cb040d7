import Mining

/// Conversions that let tests write and compare whole observations.
extension ObservationBatch {
    /// A batch of these observations, in their order.
    package init(_ observations: some Sequence<Located<Observation>>) {
        self.init()
        for observation in observations {
            let value = observation.value
            append(
                Row(
                    subject: Int32(subjects.add(value.subject)), metric: value.metric,
                    period: value.period, value: value.value, publishedOn: value.publishedOn,
                    source: Int32(sources.add(value.source)), status: value.status,
                    note: value.note.map { Int32(notes.add($0)) }, line: observation.line))
        }
    }

    /// All observations, in the order of the rows.
    package var observations: [Observation] { (0..<count).map { self[$0].value } }
}
