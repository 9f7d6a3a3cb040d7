import Mining

/// Published claims checked against the book: does a printed figure follow from its inputs?
///
/// Tables: `claims` (one row per claim, in the order given, with its verdict and the reason for
/// it), `verdicts` (how many claims have each). docs/formulas.md explains the verdicts.
package struct VerifyReport: Sendable {
    /// The report.
    package let document: Document
    /// Whether one of the claims in the table differs.
    package let hasDifferences: Bool

    /// Checks `claims` and shows those with `verdict`, or all if it is nil. `parameters` is what
    /// the user asked for.
    ///
    /// - Throws: what reading the book throws.
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
                Table(name: "claims", title: "Claims", columns: Self.columns, lines: checks),
                Self.verdicts(of: checks),
            ],
            notes: checks.isEmpty
                ? ["The book has no such claim."] : checks.flatMap(\.conflicts).sentences)
    }

    private static var columns: [ReportColumn<ClaimCheck>] {
        [
            .init("publisher", "Publisher", .text) { .text($0.claim.publisher) },
            .init("subject", "Subject", .text) { .text($0.claim.subject) },
            .init("figure", "Figure", .text) { .text("\($0.claim.figure)") },
            .init("on", "On", .text) { .text("\($0.claim.on)") },
            .init("since", "Since", .text) { .text(orMissing: $0.claim.since?.description) },
            .init("printed", "Printed", .number) { .printedValue(of: $0.claim) },
            .init("unit", "Unit", .text) { .text($0.claim.value.unit.code) },
            .init("computed", "Computed", .number) { check in
                .number(
                    check.computed, digits: check.decimals,
                    marks: check.conflicts.isEmpty ? [] : [.conflict])
            },
            .init("low", "Low", .number, audience: .programs) { .bound($0.computed?.low) },
            .init("high", "High", .number, audience: .programs) { .bound($0.computed?.high) },
            .init("difference", "Difference", .number) { check in
                check.difference.map {
                    .number(Number($0, decimals: check.decimals, isSigned: true))
                } ?? .missing
            },
            .init("verdict", "Verdict", .text) { .text($0.verdict.rawValue) },
            .init("reason", "Reason", .text, isReadWhole: true) { .text($0.reason) },
        ]
    }

    private static func verdicts(of checks: [ClaimCheck]) -> Table {
        Table(
            name: "verdicts", title: "Verdicts",
            columns: [
                .init("verdict", "Verdict", .text) { .text($0.rawValue) },
                .init("claims", "Claims", .number) { verdict in
                    .count(checks.count { $0.verdict == verdict })
                },
            ], lines: Verdict.allCases)
    }
}

extension Cell {
    /// The value of a claim as it was printed, in its own unit.
    static func printedValue(of claim: Claim) -> Cell {
        .number(Number(claim.value.value(in: claim.value.unit), decimals: claim.value.decimals))
    }
}
