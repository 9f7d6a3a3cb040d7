import Mining

/// The rows of two books that are no observations, with what they were before.
struct Registers {
    typealias History = RowHistory<RegisterRow>

    let ours: [RegisterKey: History]
    /// As if the imports that only this book has undone had been undone there, too.
    let theirs: [RegisterKey: History]
    /// What the other book has and no import has that only the other book has: rows of imports that
    /// both have, and of other programs. Companies come first.
    private(set) var rest: [RegisterVersion] = []
    /// How many rows both books have with the same content.
    private(set) var unchanged: [FileKind: RowCounts] = [:]
    /// The keys of the rows that the merge has recorded so far.
    var recorded: Set<RegisterKey> = []
    private var byImport: [Int: [RegisterVersion]] = [:]

    init(
        ours: any MergeableBook, theirs: any MergeableBook, _ match: ImportMatch
    ) throws(BookError) {
        self.ours = Self.histories(of: try ours.registerVersions())
        let versions = try theirs.registerVersions()
        let undoneHere = match.undoneHere
        self.theirs = Self.histories(of: versions).mapValues { $0.undoing(undoneHere) }
        let own = Set(match.theirSide.own.map(\.number))
        var isRest: Set<RegisterKey> = []
        for version in versions where version.replacement == nil {
            let number = version.file?.importNumber
            if let number, own.contains(number) || undoneHere.contains(number) { continue }
            rest.append(version)
            isRest.insert(version.row.key)
        }
        rest = Self.sorted(rest)
        // The last version that an import has of a row is what it recorded: an earlier one was
        // brought back by an undo.
        var last: [RowOfImport: RegisterVersion] = [:]
        for version in versions {
            guard let number = version.file?.importNumber, own.contains(number) else { continue }
            last[RowOfImport(importNumber: number, key: version.row.key)] = version
        }
        for (row, version) in last
        where !isRest.contains(row.key) && self.theirs[row.key]?.present != nil {
            byImport[row.importNumber, default: []].append(version)
        }
        for (key, history) in self.theirs {
            guard let one = history.present?.row, let two = self.ours[key]?.present?.row,
                one.hasContent(of: two)
            else { continue }
            unchanged[one.kind, default: RowCounts()].unchanged += 1
        }
    }

    /// What an import of the other book recorded that only it has; companies come first.
    func rows(of importNumber: Int) -> [RegisterVersion] {
        Self.sorted(byImport[importNumber] ?? [])
    }

    private struct RowOfImport: Hashable {
        let importNumber: Int
        let key: RegisterKey
    }

    private static func histories(of versions: [RegisterVersion]) -> [RegisterKey: History] {
        var histories: [RegisterKey: History] = [:]
        for version in versions {
            let row = History.Version(row: version.row, origin: version.origin)
            let key = version.row.key
            if let how = version.replacement {
                histories[key, default: .empty].replaced.append(.init(old: row, how: how))
            } else {
                histories[key, default: .empty].present = row
            }
        }
        return histories
    }

    /// By kind, file and line.
    private static func sorted(_ rows: [RegisterVersion]) -> [RegisterVersion] {
        rows.map { row in
            (
                row,
                (
                    row.row.kind, row.file?.importNumber ?? 0, row.file?.index ?? 0,
                    row.origin?.line ?? 0, row.row.title
                )
            )
        }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
