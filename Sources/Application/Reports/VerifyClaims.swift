import Bookkeeping
import Mining
import Reporting

/// Checks published claims against a book.
package struct VerifyClaims {
    /// Only claims of this publisher, in any letter case; nil for all.
    package var publisher: String?
    /// Only claims of this figure; nil for all.
    package var figure: FigureCode?
    /// Only claims about this period or a part of it; nil for all.
    package var on: Period?
    /// Only claims with this verdict; nil for all.
    package var verdict: Verdict?

    package init(publisher: String?, figure: FigureCode?, on: Period?, verdict: Verdict?) {
        self.publisher = publisher
        self.figure = figure
        self.on = on
        self.verdict = verdict
    }

    /// - Throws: `BookError`.
    package func report(from book: some BookCatalogue) throws(BookError) -> VerifyReport {
        try book.compute(failure: \.self) { () throws(BookError) in
            let claims = try book.allClaims().filter { claim in
                (publisher ?? claim.publisher).lowercased() == claim.publisher.lowercased()
                    && (figure ?? claim.figure) == claim.figure
                    && (on?.contains(claim.on) ?? true)
            }
            return try VerifyReport(
                claims, verdict: verdict,
                parameters: [
                    Parameter("publisher", publisher), Parameter("figure", figure?.description),
                    Parameter("on", on?.description), Parameter("verdict", verdict?.rawValue),
                ], from: book)
        }
    }
}
