import ArgumentParser
import Mining

/// What a report may look at.
struct ReadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Use only what was public by this day.", valueName: "date"),
        transform: Day.argument)
    var knownOn: Day?

    // A number below zero is to be refused as one, not taken for an option.
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp(
            "Carry instants forward by at most so many days; else as the catalogue says.",
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
