import Mining

/// Every claim held against the book: does what somebody printed follow from its inputs?
///
/// Tables: `claims` (one row per claim, in the order given, with its verdict and the computed
/// reason), `verdicts` (how many there are of each). What the verdicts mean stands in
/// docs/formulas.md.
package struct VerifyReport: Sendable {
    package let document: Document
    /// Whether a claim of the table differs.
    package let hasDifferences: Bool

    /// Checks `claims` and keeps those with `verdict`, or (`nil`) all. `parameters` is what was
    /// asked.
    package init<Source: Book>(
        _ claims: [Claim], verdict: Verdict?, parameters: [Parameter], from book: Source
    ) throws(Source.Failure) {
        var checker = try ClaimChecker(Reader(book, knownOn: nil, maxAge: nil))
        var checks: [ClaimCheck] = []
        for claim in claims {
            let check = try checker.check(claim)
            if verdict == nil || check.verdict == verdict { checks.append(check) }
        }
        hasDifferences = checks.contains { $0.verdict == .differs }
        document = Document(
            report: "verify", parameters: parameters,
            tables: [
                Table(
                    name: "claims", title: "Claims", columns: Self.columns,
                    rows: checks.map(Self.row)),
                Self.verdicts(of: checks),
            ],
            notes: checks.isEmpty ? ["There is no such claim in the book."] : [])
    }

    private static let columns = [
        Column("publisher", "Publisher", .text), Column("subject", "Subject", .text),
        Column("figure", "Figure", .text), Column("on", "On", .text),
        Column("since", "Since", .text), Column("printed", "Printed", .number),
        Column("unit", "Unit", .text), Column("computed", "Computed", .number),
        Column("low", "Low", .number, audience: .programs),
        Column("high", "High", .number, audience: .programs),
        Column("difference", "Difference", .number), Column("verdict", "Verdict", .text),
        Column("reason", "Reason", .text),
    ]

    private static func row(_ check: ClaimCheck) -> [Cell] {
        let (claim, computed) = (check.claim, check.computed)
        let places = claim.value.decimals
        return [
            .text(claim.publisher), .text(claim.subject), .text("\(claim.figure)"),
            .text("\(claim.on)"), .text(orMissing: claim.since?.description),
            .number(Number(claim.value.value(in: claim.value.unit), places: places)),
            .text(claim.value.unit.code), .number(computed), .bound(computed?.low),
            .bound(computed?.high),
            check.difference.map {
                .number(Number($0, places: computed?.places ?? places, isSigned: true))
            } ?? .missing,
            .text(check.verdict.rawValue), .text(check.reason),
        ]
    }

    private static func verdicts(of checks: [ClaimCheck]) -> Table {
        Table(
            name: "verdicts", title: "Verdicts",
            columns: [Column("verdict", "Verdict", .text), Column("claims", "Claims", .number)],
            rows: Verdict.allCases.map { verdict in
                [.text(verdict.rawValue), .count(checks.count { $0.verdict == verdict })]
            })
    }
}
