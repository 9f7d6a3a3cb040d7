import ArgumentParser
import Mining

// The values of the project as arguments of commands; a text that is none is refused by the
// parser, with usage and exit code 64.

extension Period: ExpressibleByArgument {
    package init?(argument: String) {
        guard let period = PeriodText(argument)?.period(fiscalYearEnd: nil) else { return nil }
        self = period
    }
}

extension Day: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}

extension Metric: ExpressibleByArgument {
    package init?(argument: String) { self.init(code: argument) }
}
