import ArgumentParser
import Mining

/// Which figures a report may use.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Use only figures that were public by this day.", valueName: "date"),
        transform: Day.argument)
    var knownOn: Day?

    // So that a negative number is refused as such and not taken for an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Use figures at a date for at most this many days afterwards; if not given, as long as "
                + "list metrics says.",
            valueName: "days"))
    var maxAge: Int?

    func validate() throws {
        if let maxAge, maxAge < 0 {
            throw ValidationError("--max-age \(maxAge) is negative; give a number of days.")
        }
        if let maxAge, maxAge > Day.last.number - Day.first.number {
            throw ValidationError(
                "--max-age \(maxAge) is more than the calendar has; give a number of days.")
        }
    }
}
