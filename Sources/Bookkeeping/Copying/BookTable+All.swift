extension BookTable {
    /// Every table of a book: first those that others name rows of. `withUsers` says whether imports
    /// have the columns `by_user` and `host`, which only a server knows.
    package static func all(withUsers: Bool) -> [BookTable] {
        let kept: [Kept] = [.subject] + Kept.all.dropLast()
        let others = [imports(withUsers: withUsers), files, sources]
        return catalogue + others + kept.map(\.table) + kept.map(\.corrections)
    }

    private static let catalogue = [
        BookTable(
            "unit", key: ["id": .integer],
            ["code": .text, "dimension": .text, "exponent": .integer]),
        BookTable(
            "metric", key: ["id": .integer],
            [
                "code": .text, "name": .text, "unit": .integer, "dimension": .text, "kind": .text,
                "max_age_days": .integer, "definition": .text,
            ]),
        BookTable("status", key: ["id": .integer], ["name": .text, "rank": .integer]),
    ]

    private static func imports(withUsers: Bool) -> BookTable {
        withUsers
            ? BookTable(
                "import", key: ["number": .integer],
                [
                    "recorded": .moment, "version": .text, "undone": .moment, "by_user": .text,
                    "host": .text,
                ])
            : BookTable(
                "import", key: ["number": .integer],
                ["recorded": .moment, "version": .text, "undone": .moment])
    }

    private static let files = BookTable(
        "import_file", key: ["id": .integer],
        [
            "import": .integer, "name": .text, "sha256": .text, "kind": .text,
            "inserted": .integer, "unchanged": .integer, "restated": .integer,
            "corrected": .integer,
        ])

    private static let sources = BookTable("source", key: ["id": .integer], ["text": .text])
}

extension BookTable.Kept {
    /// Every table that imports write to. That of subjects is the last one, since the others name its
    /// rows.
    package static let all = [observation, claim, membership, alias, shareBasis, subject]

    package static let observation = BookTable.Kept(
        "observation",
        key: [
            "subject": .integer, "metric": .integer, "period_end": .day, "period_start": .day,
            "published_on": .publicationDay, "source": .integer,
        ],
        content: [
            "value": .integer, "unit": .integer, "decimals": .integer, "status": .integer,
            "note": .text,
        ],
        corrections: "correction")

    package static let claim = BookTable.Kept(
        "claim",
        key: [
            "subject": .integer, "figure": .text, "on_end": .day, "on_start": .day,
            "since_end": .keyDay, "since_start": .keyDay, "publisher": .text,
            "published_on": .publicationDay, "source": .integer,
        ],
        content: ["value": .integer, "unit": .integer, "decimals": .integer, "note": .text],
        corrections: "claim_correction")

    package static let membership = BookTable.Kept(
        "membership",
        key: ["group_subject": .integer, "company": .integer, "joined_on": .keyDay],
        content: ["left_on": .day, "note": .text], corrections: "membership_correction")

    package static let alias = BookTable.Kept(
        "alias", key: ["alias": .text, "company": .integer, "valid_from": .keyDay],
        content: ["valid_to": .day, "note": .text], corrections: "alias_correction")

    package static let shareBasis = BookTable.Kept(
        "share_basis", key: ["company": .integer, "from_day": .keyDay],
        content: [
            "ads_shares": .integer, "ads": .integer, "split_new": .integer,
            "split_old": .integer, "source": .text, "note": .text,
        ],
        corrections: "share_basis_correction")

    package static let subject = BookTable.Kept(
        "subject", key: ["id": .integer], fixed: ["code": .text, "kind": .text],
        content: [
            "name": .text, "country": .text, "exchange": .text, "fiscal_year_end": .integer,
            "parent": .text, "cik": .integer, "note": .text,
        ],
        corrections: "subject_correction")
}
