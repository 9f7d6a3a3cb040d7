import Bookkeeping
import Mining
import TestSupport

/// A book that grows by random imports, retractions and undos. The same seed gives the same book in every
/// engine.
struct GrowingBook {
    let book: any OpenBook
    /// Makes the files of two books that grow apart different.
    var name = "common"
    private var step = 0

    init(_ engine: Engine) throws { book = try engine.book() }

    func merge(_ other: GrowingBook, _ settings: MergeSettings) throws -> MergeSummary {
        try required(book as? any MergeableBook).merge(
            try required(other.book as? any MergeableBook), settings)
    }

    /// Does something random. `time` is the second at which it is done.
    mutating func grow(by generator: inout SeededGenerator, at time: Int) throws {
        step += 1
        let moment = Timestamp(secondsSince1970: 1_800_000_000 + time)
        switch Int.random(in: 0..<12, using: &generator) {
        case 0...4: try importObservations(by: &generator, at: moment)
        case 5...7: try importRegister(by: &generator, at: moment)
        case 8, 9:
            let figures = try book.export()
            let index = Int.random(in: 0..<64, using: &generator)
            if !figures.isEmpty {
                _ = try book.retract(figures[index % figures.count], version: "1.0", at: moment)
            }
        default:
            let number = Int.random(in: 2...12, using: &generator)
            do throws(BookError) { _ = try book.undo(number, at: moment) } catch {
                // There is none, or something depends on it.
            }
        }
    }

    private func importObservations(
        by generator: inout SeededGenerator, at moment: Timestamp
    ) throws {
        var rows: [ObservationIdentity: Observation] = [:]
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            let row = try Observation(
                ["RIOT", "MARA", "BTC"].randomElement(using: &generator) ?? "BTC",
                [.btcMined, .btcHeld].randomElement(using: &generator) ?? .btcHeld,
                ["2025-11-30", "2025-12-31"].randomElement(using: &generator) ?? "",
                "\(Int.random(in: 7...9, using: &generator)) BTC",
                source: ["", "a"].randomElement(using: &generator) ?? "",
                note: [nil, "n"].randomElement(using: &generator) ?? nil)
            rows[ObservationIdentity(row)] = row
        }
        let sorted = rows.values.sorted { "\($0)" < "\($1)" }
        try importing([.observations], "\(sorted)", moment) { session, files in
            try session.record(lined(sorted), from: files[0])
        }
    }

    private func importRegister(
        by generator: inout SeededGenerator, at moment: Timestamp
    ) throws {
        let ticker = ["RIOT", "MARA", "NEW"].randomElement(using: &generator) ?? "NEW"
        let number = Int.random(in: 1...3, using: &generator)
        let kind =
            FileKind.allCases.filter { $0 != .observations }
            .randomElement(using: &generator) ?? .claims
        let company = Company(
            ticker: ticker, name: "\(ticker) \(number)", country: number == 1 ? "Canada" : nil)
        // A file of companies comes along, as other rows need the company.
        try importing([.companies, kind], "\(company) \(kind) \(number)", moment) {
            session, files in
            try session.record(lined([company]), from: files[0])
            let day = number == 1 ? nil : Day("2025-01-0\(number)")
            switch kind {
            case .companies, .observations: break
            case .aliases:
                let alias = Alias(alias: "\(ticker)OLD", ticker: ticker, validTo: day)
                try session.record(lined([alias]), from: files[1])
            case .shareBasis:
                let basis = ShareBasis(ticker: ticker, adsRatio: ShareRatio(number, 1))
                try session.record(lined([basis]), from: files[1])
            case .groups:
                let membership = Membership(
                    group: "group\(number % 2)", ticker: ticker, leftOn: day)
                try session.record(lined([membership]), from: files[1])
            case .claims:
                let claim = Claim(
                    publisher: "P", subject: "BTC", figure: try required(FigureCode("btc_mined")),
                    on: try required(Period(year: 2025, month: 12)),
                    value: try Quantity("\(number) BTC", in: .bitcoin))
                try session.record(lined([claim]), from: files[1])
            }
        }
    }

    private func importing(
        _ kinds: [FileKind], _ content: String, _ moment: Timestamp,
        _ body: (ImportSession, [ImportSession.File]) throws -> Void
    ) throws {
        try book.recordImport(version: "1.0", at: moment, failure: \.self) { session in
            var files: [ImportSession.File] = []
            for (index, kind) in kinds.enumerated() {
                let file = try session.addFile(name: "\(name)\(step)-\(index).csv", kind: kind)
                try session.setDigest(content, of: file)
                files.append(file)
            }
            try body(session, files)
            let counts = session.rowCounts
            return counts.inserted + counts.corrected > 0 ? .commit(()) : .rollBack(())
        }
    }
}

extension Engine {
    /// The engines that can merge books.
    static let mergeable: [Engine] = [.memory, .sqlite]

    func mergeableBook() throws -> any MergeableBook {
        try required(try book() as? any MergeableBook)
    }
}

/// Everything that reports and exports read from a book, a line for each row.
func content(of book: any WritableBook) throws -> [String] {
    let claims = try book.allClaims().map { claim in
        var claim = claim
        claim.origin = nil
        return "\(claim)"
    }
    return try book.export().map { "\($0.sentence)" } + book.companies().map { "\($0)" }
        + book.aliases().map { "\($0)" } + book.shareBasis().map { "\($0)" }
        + book.allMemberships().map { "\($0)" } + claims
}

extension Observation {
    fileprivate var sentence: String {
        "\(subject) \(metric) \(period) \(publishedOn?.description ?? "-") \(source): \(value), "
            + "\(status.name), \(note ?? "-")"
    }
}
