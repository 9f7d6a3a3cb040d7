import CSV

/// Figures of one subject and period that are entered by hand.
struct Entry {
    var subject: String
    /// Metrics with their values, as typed: `deployed_hashrate` and `38.5 EH/s`.
    var figures: [(metric: String, value: String)]
    var period: String
    var unit: String?
    var publishedOn: String?
    var source: String
    var status: String?
    var note: String?

    /// The file of observations that says it, so that it is read as every import is.
    var csv: [UInt8] {
        var writer = CSVWriter(neutralizesFormulas: true)
        let header = [
            "subject", "metric", "period", "value", "unit", "published_on", "source", "status",
            "note",
        ]
        for name in header { writer.append(text: name) }
        writer.endRow()
        for figure in figures {
            writer.append(text: subject)
            writer.append(text: figure.metric)
            writer.append(number: period)
            writer.append(number: figure.value)
            for text in [unit, publishedOn, source, status, note] {
                writer.append(text: text ?? "")
            }
            writer.endRow()
        }
        return writer.output
    }
}
