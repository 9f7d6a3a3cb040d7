import ArgumentParser
import Importing
import Mining
import Workbooks

/// What the files of an import do not say themselves.
struct FileOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "How to read the files of a site: a name of list profiles, or the path of your own "
                + "profile. Other options override it.", valueName: "name")) var profile: String?

    @Option(
        help: ArgumentHelp(
            "The subject of rows without one: a ticker, BTC or a group.", valueName: "subject"))
    var subject: String?

    @Option(
        help: ArgumentHelp("The metric of rows without one.", valueName: "metric"),
        transform: Metric.argument)
    var metric: Metric?

    @Option(
        help: ArgumentHelp("The unit of values without a unit.", valueName: "unit"),
        transform: Unit.argument)
    var unit: String?

    @Option(
        help: ArgumentHelp("The period of rows without a period.", valueName: "period"))
    var period: String?

    @Option(
        help: ArgumentHelp(
            "The publication date of rows without one.", valueName: "date"),
        transform: Day.argument)
    var publishedOn: Day?

    @Option(help: ArgumentHelp("The source of rows without a source.", valueName: "text"))
    var source: String?

    @Option(
        help: ArgumentHelp("The status of rows without a status.", valueName: "status"),
        transform: Status.argument)
    var status: Status?

    @Option(
        help: ArgumentHelp("A column to skip. May be repeated.", valueName: "name"))
    var ignoreColumn: [String] = []

    @Option(
        help: ArgumentHelp(
            "Rows to skip: their label in a column of metrics. May be repeated.",
            valueName: "label"))
    var ignoreRow: [String] = []

    @Option(
        help: ArgumentHelp(
            "What a column means: a metric with its unit, or subject, period, …, or ignore; or what "
                + "the label of rows means. May be repeated.", valueName: "column=meaning"),
        transform: ColumnMapping.argument)
    var map: [ColumnMapping] = []

    @Option(help: "The order of dates such as 01/02/2025: ymd, dmy or mdy.")
    var dateOrder: DateOrder?

    @Option(
        help: ArgumentHelp(
            "What a single day stands for where figures need a period: day, month, quarter, half, "
                + "year, fiscal-quarter or fiscal-year.", valueName: "length"))
    var periodOf: PeriodLength?

    @Option(
        help: ArgumentHelp(
            "The time zone that decides on which day a time falls, such as +01:00.",
            valueName: "offset"),
        transform: timezoneArgument)
    var timezone: Int?

    @Option(
        help: ArgumentHelp(
            "A sheet to read of each workbook; the first one if not given. May be repeated.",
            valueName: "name"))
    var sheet: [String] = []

    @Option(
        help: ArgumentHelp(
            "The cells to read of each sheet, with the header, such as B4:H20.",
            valueName: "cells"),
        transform: CellRange.argument)
    var range: CellRange?

    @Option(
        help: ArgumentHelp(
            "Leave out facts of SEC files whose period begins before this day.", valueName: "date"),
        transform: Day.argument)
    var from: Day?

    @Option(
        help: ArgumentHelp(
            "The tag of SEC files that counts bitcoin held, such as CryptoAssetNumberOfUnits. It is "
                + "taken where count times price agrees with the fair value.", valueName: "tag"))
    var btcHeldFrom: String?

    func validate() throws {
        if let period, PeriodText(period) == nil {
            throw ValidationError("--period: \(ImportProblem.Reason.notPeriod(period)).")
        }
    }

    /// These options, and those of the profile for what they leave open.
    func options(_ form: DialectOptions) throws(ExitError) -> ImportOptions {
        var options = form.importOptions
        options.defaults = [
            .subject: subject, .metric: metric?.code, .unit: unit, .period: period,
            .publishedOn: publishedOn?.description, .source: source, .status: status?.name,
        ].compactMapValues(\.self)
        options.mappings =
            ignoreColumn.map(ColumnMapping.init(ignoring:))
            + ignoreRow.map(ColumnMapping.init(ignoringRows:)) + map
        options.dateOrder = dateOrder
        options.timezone = timezone
        options.periodLength = periodOf
        options.from = from
        options.btcHeldTag = btcHeldFrom
        options.knownProfiles = { (try? Profile.builtIn()) ?? [] }
        options.knownProfile = { try? Profile(builtIn: $0) }
        options.sheets = sheet
        options.range = range
        if let profile { options.adopt(try Profile(asked: profile)) }
        return options
    }
}
