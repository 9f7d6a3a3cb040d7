import Application
import Mining

extension ExitError {
    /// What a use case refused, and what to do about it in the program's own options.
    init(_ error: ApplicationError) {
        let code: Code =
            switch error {
            case .rejectsNotWritten(let cause): ExitError(cause).code
            case .notALake, .otherLake: .cannotCreateOutput
            case .lakeInUse: .busy
            default: .usage
            }
        self.init(error.sentences, code)
    }
}

extension ApplicationError {
    /// Sentences for stderr, a line each.
    fileprivate var sentences: [String] {
        switch self {
        case .unknownGroup(let group, let known):
            [
                known.isEmpty
                    ? "there is no group \(group); this book has none"
                    : "there is no group \(group); there are \(known.joined(separator: ", "))"
            ]
        case .severalGroups(let known):
            [
                "this book has several groups; say --group with one of "
                    + known.joined(separator: ", ")
            ]
        case .unknownName(let name, let nearest):
            [
                "there is no \(name) in this book; "
                    + (nearest.map { "did you mean \($0)?" } ?? "see minerbook list companies")
            ]
        case .ambiguousName(let name, let tickers):
            ["\(name) was \(tickers.joined(separator: " and ")); say which"]
        case .notACompany(let code): ["\(code) is no company; see minerbook list companies"]
        case .noObservation(let what, let nearest):
            [
                "there is no figure of \(what); "
                    + (nearest.map { "the nearest is \($0.sentence)" } ?? "see minerbook show")
            ]
        case .otherObservations(let what, let observations):
            ["there is no such figure of \(what); there is"] + observations.map(\.sentence)
        case .severalObservations(let observations):
            [
                "there are \(observations.count) of them; say which with --source or "
                    + "--published-on"
            ] + observations.map(\.sentence)
        case .noSheets(let file):
            [
                "\(file) is not a workbook; give --sheet and --range only for .xlsx and .ods files, "
                    + "and import others separately"
            ]
        case .notLines(let file):
            ["\(file) is JSON, which has no lines of tables; give --table only for CSV and sheets"]
        case .notALake(let folder, let file):
            ["\(folder) has \(file), which is not of a lake; name a new or an empty folder"]
        case .otherLake(let folder):
            [
                "\(folder) is a lake of another version of minerbook; name a new folder, or remove it "
                    + "first"
            ]
        case .lakeInUse(let folder): ["another export is writing to \(folder); try again later"]
        case .rejectsNotWritten(let cause) where cause.step == .sync: [cause.description]
        case .rejectsNotWritten(let cause):
            [
                cause.description,
                "the rejected rows are not saved: import the same files again with --rejects and "
                    + "another path",
            ]
        case .importStands(let number, _): ["import \(number) is in the book"]
        }
    }
}

extension Observation {
    /// `RIOT btc_mined 2025-12: 460 BTC, reported, published 2026-01-05, source https://…`
    var sentence: String {
        var parts = ["\(subject) \(metric) \(period): \(value)", status.name]
        if let publishedOn { parts.append("published \(publishedOn)") }
        parts.append(source.isEmpty ? "without a source" : "source \(source)")
        return parts.joined(separator: ", ")
    }
}
