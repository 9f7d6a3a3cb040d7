import Bookkeeping
import CSV
import Mining

/// Enters figures of one subject and period by hand. They are read as those of a file are, and are
/// one import like any other.
package struct LogFigures {
    package var subject: String
    /// Metrics with their values, as typed: `deployed_hashrate` and `38.5 EH/s`.
    package var figures: [(metric: String, value: String)]
    package var period: String
    package var unit: String?
    package var publishedOn: String?
    package var source: String
    package var status: String?
    package var note: String?

    package init(
        subject: String, figures: [(metric: String, value: String)], period: String, unit: String?,
        publishedOn: String?, source: String, status: String?, note: String?
    ) {
        self.subject = subject
        self.figures = figures
        self.period = period
        self.unit = unit
        self.publishedOn = publishedOn
        self.source = source
        self.status = status
        self.note = note
    }

    /// - Throws: as `ImportFiles.run`.
    package func run(
        version: String, now: Timestamp, in book: @autoclosure () throws -> any WritableBook
    ) throws -> ImportSummary {
        var settings = ImportSettings(version: version, now: now)
        settings.reading.areArguments = true
        return try ImportFiles.run(
            [FileSource(name: "log", bytes: csv)], settings, into: try book())
    }

    /// The figures as a file of observations.
    private var csv: [UInt8] {
        var writer = CSVWriter(neutralizesFormulas: true)
        for name in FileKind.observations.columnNames { writer.append(text: name) }
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
