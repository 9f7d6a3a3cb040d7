import Mining
import Rendering

extension ReportRequest {
    /// The request of a plain line: `report` with a name, a company if needed, and at most the book,
    /// the format and the two days, each in two words. Nil for every other line, which the argument
    /// parser reads or refuses.
    ///
    /// It exists because setting up the argument parser takes a quarter of the instructions of
    /// `report sector`. Tests compare its result with the parser's.
    init?(plain arguments: [String]) {
        var words: [String] = []
        var options: [String: String] = [:]
        var rest = arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") else {
                words.append(word)
                continue
            }
            guard ["--database", "--format", "--on", "--since"].contains(word),
                options[word] == nil, let value = rest.popFirst(), !value.hasPrefix("-")
            else { return nil }
            options[word] = value
        }
        guard words.first == "report", words.count == 2 || words.count == 3,
            let name = try? Name.argument(words[1])
        else { return nil }
        self.init(name, from: BookLocation(option: options["--database"]))
        company = words.count == 3 ? words[2] : nil
        if let text = options["--format"] {
            guard let format = Format(argument: text) else { return nil }
            printer.format = format
        }
        if let text = options["--on"] {
            guard let period = try? Period.argument(text) else { return nil }
            on = period
        }
        if let text = options["--since"] {
            guard let period = try? Period.argument(text) else { return nil }
            since = period
        }
        if problem != nil { return nil }
    }
}
