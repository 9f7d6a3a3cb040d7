import Mining

/// A row of a book that is not an observation. There are few of them, so merging holds all in memory.
package enum RegisterRow {
    case company(Company)
    case alias(Alias)
    case shareBasis(ShareBasis)
    case membership(Membership)
    case claim(Claim)

    /// The kind of file that has such rows.
    package var kind: FileKind {
        switch self {
        case .company: .companies
        case .alias: .aliases
        case .shareBasis: .shareBasis
        case .membership: .groups
        case .claim: .claims
        }
    }

    /// What a book knows the row by.
    var key: RegisterKey {
        switch self {
        case .company(let company): .company(company.ticker.lowercased())
        case .alias(let alias):
            .alias(ExactText(alias.alias), alias.ticker.lowercased(), alias.validFrom)
        case .shareBasis(let basis): .shareBasis(basis.ticker.lowercased(), basis.from)
        case .membership(let membership):
            .membership(
                membership.group.lowercased(), membership.ticker.lowercased(),
                membership.joinedOn)
        case .claim(let claim): .claim(claim.key)
        }
    }
}

extension RegisterRow: MergedRow {
    func hasContent(of other: RegisterRow) -> Bool {
        switch (self, other) {
        case (.company(let one), .company(let two)): one.withoutTicker == two.withoutTicker
        case (.alias(let one), .alias(let two)): one.validTo == two.validTo && one.note == two.note
        case (.shareBasis(let one), .shareBasis(let two)): one.content == two.content
        case (.membership(let one), .membership(let two)):
            one.leftOn == two.leftOn && one.note == two.note
        case (.claim(let one), .claim(let two)): one.hasContent(two.value, two.note)
        default: false
        }
    }

    var title: String {
        switch self {
        case .company(let company): company.ticker
        case .alias(let alias):
            "\(alias.alias) of \(alias.ticker)" + (alias.validFrom.map { " from \($0)" } ?? "")
        case .shareBasis(let basis):
            "share basis of \(basis.ticker)" + (basis.from.map { " from \($0)" } ?? "")
        case .membership(let membership):
            "\(membership.ticker) in \(membership.group)"
                + (membership.joinedOn.map { " from \($0)" } ?? "")
        case .claim(let claim):
            "\(claim.publisher)'s \(claim.figure) of \(claim.subject) on \(claim.on)"
                + (claim.since.map { " since \($0)" } ?? "")
        }
    }

    var publication: (source: String, day: Day?) {
        if case .claim(let claim) = self { (claim.source, claim.publishedOn) } else { ("", nil) }
    }

    var summary: String {
        switch self {
        case .company(let company): company.summary
        case .alias(let alias): alias.summary
        case .shareBasis(let basis):
            basis.summary + (basis.source.isEmpty ? "" : ", source \(basis.source)")
        case .membership(let membership): membership.summary
        case .claim(let claim): claim.summary
        }
    }
}

extension Company {
    fileprivate var withoutTicker: Company {
        var company = self
        company.ticker = ""
        return company
    }
}

/// What a book knows a row by that is not an observation.
enum RegisterKey: Hashable {
    case company(String)
    case alias(ExactText, String, Day?)
    case shareBasis(String, Day?)
    case membership(String, String, Day?)
    case claim(ClaimKey)
}

/// A row that a book has, or had before it was replaced or deleted.
package struct RegisterVersion {
    package var row: RegisterRow
    /// Nil if another program wrote it.
    package var origin: Origin?
    /// Which file of its import recorded it; nil if another program wrote it.
    package var file: FilePosition?
    /// Nil if the book has the row.
    package var replacement: Replacement?

    package init(
        row: RegisterRow, origin: Origin?, file: FilePosition?, replacement: Replacement?
    ) {
        self.row = row
        self.origin = origin
        self.file = file
        self.replacement = replacement
    }
}

/// How a book lost a row.
package struct Replacement {
    /// Whether the row was deleted rather than replaced.
    package var isDeleted: Bool
    package var at: Timestamp
    /// The import that replaced it, or the retraction that deleted it; nil if undoing an import or
    /// another program did.
    package var importNumber: Int?

    package init(isDeleted: Bool, at: Timestamp, importNumber: Int?) {
        self.isDeleted = isDeleted
        self.at = at
        self.importNumber = importNumber
    }
}
