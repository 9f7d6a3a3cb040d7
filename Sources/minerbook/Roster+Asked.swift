import Importing
import Mining

extension Roster {
    /// Whom a name on the command line means today, else the only one whom it ever meant.
    func subject(asked name: String) throws(Failure) -> Subject {
        if let found = subject(named: name, on: .last) { return found }
        let bearers = Set(aliases(named: name).map(\.ticker)).sorted()
        if bearers.count == 1, let found = subject(named: bearers[0], on: .last) {
            return found
        }
        if bearers.count > 1 {
            throw Failure("\(name) was \(bearers.joined(separator: " and ")); say which", .usage)
        }
        let hint =
            nearest(to: name, in: names).map { "did you mean \($0)?" }
            ?? "see minerbook list companies"
        throw Failure("there is no \(name) in this book; \(hint)", .usage)
    }

    /// The one of `companies` that a name on the command line means.
    func company(asked name: String, among companies: [Company]) throws(Failure) -> Company {
        let code = try subject(asked: name).code
        guard let company = companies.first(where: { $0.ticker == code }) else {
            throw Failure("\(code) is no company; see minerbook list companies", .usage)
        }
        return company
    }
}
