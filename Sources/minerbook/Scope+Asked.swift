import Bookkeeping
import Mining
import Reporting

extension Scope {
    /// The group asked for, else the only one there is, else all companies.
    init(asked group: String?, in book: any OpenBook) throws {
        let groups = try book.groups()
        let known = groups.joined(separator: ", ")
        if let group {
            guard groups.contains(group) else {
                throw Failure(
                    groups.isEmpty
                        ? "there is no group \(group); this book has none"
                        : "there is no group \(group); there are \(known)", .usage)
            }
            self = .group(group)
            return
        }
        switch groups.count {
        case 0: self = .allCompanies
        case 1: self = .group(groups[0])
        default:
            throw Failure("this book has several groups; say --group with one of \(known)", .usage)
        }
    }

    /// The companies on a day, by ticker.
    func members(on day: Day, in book: any OpenBook) throws -> [Company] {
        let companies = try book.companies()
        guard case .group(let group) = self else { return companies }
        let members = Set(
            try book.memberships(of: group).filter { $0.holds(on: day) }.map(\.ticker))
        return companies.filter { members.contains($0.ticker) }
    }
}
