import Bookkeeping
import Mining
import Reporting

extension Scope {
    /// The group with this code. If none is named: the only group of the book, or all companies if it
    /// has no group.
    ///
    /// - Throws: `ApplicationError`, `BookError`.
    package init(named group: String?, in book: some BookCatalogue) throws {
        let groups = try book.groups()
        if let group {
            guard groups.contains(group) else {
                throw ApplicationError.unknownGroup(group, known: groups)
            }
            self = .group(group)
            return
        }
        switch groups.count {
        case 0: self = .allCompanies
        case 1: self = .group(groups[0])
        default: throw ApplicationError.severalGroups(groups)
        }
    }
}
