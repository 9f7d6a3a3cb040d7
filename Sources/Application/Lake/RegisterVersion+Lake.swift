import Bookkeeping
import Exporting
import Mining

extension LakeFile {
    /// Appends a row that is no observation.
    mutating func append(_ version: RegisterVersion, in lifespan: Lifespan) {
        let (origin, snapshots) = (version.origin, LakeSnapshots(lifespan))
        switch version.row {
        case .company(let company): append(company, from: origin, in: snapshots)
        case .alias(let alias): append(alias, from: origin, in: snapshots)
        case .shareBasis(let basis): append(basis, from: origin, in: snapshots)
        case .membership(let membership): append(membership, from: origin, in: snapshots)
        case .claim(let claim): append(claim, from: origin, in: snapshots)
        }
    }
}

extension [(RegisterVersion, Lifespan)] {
    /// Sorted by key, texts by their bytes, and then by import. Storage engines give rows in any
    /// order.
    var inLakeOrder: Self {
        map { (version, lifespan) in
            (key: version.row.lakeKey, number: lifespan.first, (version, lifespan))
        }.sorted { one, two in
            if one.key == two.key { return one.number < two.number }
            return one.key.lexicographicallyPrecedes(two.key) {
                $0.utf8.lexicographicallyPrecedes($1.utf8)
            }
        }.map(\.2)
    }
}

extension LakeSnapshots {
    init(_ lifespan: Lifespan) { self.init(first: lifespan.first, end: lifespan.end) }
}

extension RegisterRow {
    /// What the row is known by, as texts.
    fileprivate var lakeKey: [String] {
        switch self {
        case .company(let company): [company.ticker]
        case .alias(let alias): [alias.alias, alias.ticker, text(alias.validFrom)]
        case .shareBasis(let basis): [basis.ticker, text(basis.from)]
        case .membership(let membership):
            [membership.group, membership.ticker, text(membership.joinedOn)]
        case .claim(let claim):
            [
                claim.publisher, claim.subject, claim.figure.description, claim.on.description,
                claim.since?.description ?? "", text(claim.publishedOn), claim.source,
            ]
        }
    }

    private func text(_ day: Day?) -> String { day?.description ?? "" }
}
