import ArgumentParser
import Mining
import Rendering

extension ReportCommand {
    /// The command of a plain line: `report` with a name, where need be a company, and at most
    /// the book, the format and the two days, each in two words. `nil` for every other, which is
    /// the parser's to read or to refuse.
    ///
    /// The parser learns at every start which words there are and of which type each is: a
    /// quarter of the instructions of `report sector`. What it would make of these few lines,
    /// tests compare property by property.
    init?(plain arguments: [String]) {
        var words: [String] = []
        var options: [(name: String, value: String)] = []
        var rest = arguments[...]
        while let word = rest.popFirst() {
            guard word.hasPrefix("-") else {
                words.append(word)
                continue
            }
            guard ["--database", "--format", "--on", "--since"].contains(word),
                !options.contains(where: { $0.name == word }), let value = rest.popFirst(),
                !value.hasPrefix("-")
            else { return nil }
            options.append((word, value))
        }
        guard words.first == "report", words.count == 2 || words.count == 3,
            let name = try? Choice.argument(words[1])
        else { return nil }

        self.init()
        self.name = name
        company = words.count == 3 ? words[2] : nil
        (on, since, addedSince, from, to) = (nil, nil, nil, nil, nil)
        (metric, group, digits, explain) = (nil, nil, nil, nil)
        (reading, printing, global) = (ReadingOptions(), DocumentOptions(), GlobalOptions())
        (reading.knownOn, reading.maxAge) = (nil, nil)
        (printing.format, printing.table, printing.chart) = (.table, nil, nil)
        printing.output = nil
        (global.database, global.quiet, global.noColor) = (nil, false, false)
        for (name, value) in options {
            switch name {
            case "--database": global.database = value
            case "--format":
                guard let format = Format(argument: value) else { return nil }
                printing.format = format
            default:
                guard let period = try? Period.argument(value) else { return nil }
                if name == "--on" { on = period } else { since = period }
            }
        }
        do { try validate() } catch { return nil }
    }
}
