import ArgumentParser
import Importing
import Mining

/// What `import` is told of its files where they don't say it themselves.
struct FileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to read the files of a site: one of list profiles, else the path of a file with "
                + "your own; other options go before it.", valueName: "name")) var profile: String?

    @Option(
        help: ArgumentHelp("Whom rows without a subject speak of.", valueName: "subject"))
    var subject: String?

    @Option(
        help: ArgumentHelp("What rows without a metric measure.", valueName: "metric"),
        transform: Metric.argument)
    var metric: Metric?

    @Option(
        help: ArgumentHelp("The unit of values that have none.", valueName: "unit"),
        transform: Unit.argument)
    var unit: String?

    @Option(
        help: ArgumentHelp("The period of rows that have none.", valueName: "period"))
    var period: String?

    @Option(
        help: ArgumentHelp("The day rows that don't say it were published.", valueName: "date"),
        transform: Day.argument)
    var publishedOn: Day?

    @Option(help: ArgumentHelp("The source of rows that name none.", valueName: "text"))
    var source: String?

    @Option(
        help: ArgumentHelp("The status of rows that have none.", valueName: "status"),
        transform: Status.argument)
    var status: Status?

    @Option(
        help: ArgumentHelp("A column to pass over; may be repeated.", valueName: "name"))
    var ignoreColumn: [String] = []

    @Option(
        help: ArgumentHelp(
            "What a column means: a metric with its unit, subject, period, …, ignore; may be "
                + "repeated.", valueName: "column=meaning"),
        transform: ColumnMapping.argument)
    var map: [ColumnMapping] = []

    @Option(help: "The order of dates such as 01/02/2025: ymd, dmy or mdy.")
    var dateOrder: DateOrder?

    @Option(
        help: ArgumentHelp(
            "The clock by which times of day fall on days, such as +01:00.", valueName: "offset"),
        transform: timezoneArgument)
    var timezone: Int?

    func validate() throws {
        if let period, PeriodText(period) == nil {
            throw ValidationError("--period: \(ImportProblem.Reason.notPeriod(period)).")
        }
    }

    /// What is said here and, where it isn't, by the profile, of files of that form.
    func options(_ form: DialectOptions) throws(Failure) -> ImportOptions {
        var options = form.importOptions
        options.defaults = [
            .subject: subject, .metric: metric?.code, .unit: unit, .period: period,
            .publishedOn: publishedOn?.description, .source: source, .status: status?.name,
        ].compactMapValues(\.self)
        options.mappings = ignoreColumn.map(ColumnMapping.init(ignoring:)) + map
        options.dateOrder = dateOrder
        options.timezone = timezone
        if let profile { options.adopt(try Profile(asked: profile)) }
        return options
    }
}
