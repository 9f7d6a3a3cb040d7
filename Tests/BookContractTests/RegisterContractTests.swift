import Bookkeeping
import Mining
import TestSupport
import Testing

/// What every storage engine must do with companies, aliases, groups and claims, and with undoing.
@Suite("Contract of a book: companies, groups, claims, undo")
struct RegisterContractTests {
    @Test(arguments: Engine.allCases)
    func `companies come back by ticker; empty fields leave what is stored`(engine: Engine) throws {
        let book = try engine.book()
        #expect(try book.companies().map(\.ticker) == ["CLSK", "MARA", "RIOT"])
        let outcome = try book.record([Company(ticker: "mara", name: "", exchange: "Nasdaq")])
        #expect(outcome.rowCounts == RowCounts(corrected: 1))
        #expect(
            try book.companies()[1]
                == Company(
                    ticker: "MARA", name: "MARA Holdings, Inc.", country: "United States",
                    exchange: "Nasdaq"))
    }

    @Test(arguments: Engine.allCases)
    func `a hyphen for a parent removes it, and an empty one keeps it`(engine: Engine) throws {
        let book = try engine.book()
        func record(_ ticker: String, parent: String?) throws -> RowCounts {
            try book.record([Company(ticker: ticker, name: "", parent: parent)]).rowCounts
        }
        func parent(_ ticker: String) throws -> String? {
            try book.companies().first { $0.ticker == ticker }?.parent
        }
        #expect(try record("MARA", parent: "RIOT") == RowCounts(corrected: 1))
        #expect(try record("MARA", parent: nil) == RowCounts(unchanged: 1))
        #expect(try parent("MARA") == "RIOT")
        #expect(try record("MARA", parent: "-") == RowCounts(corrected: 1))
        #expect(try parent("MARA") == nil)
        #expect(try record("MARA", parent: "-") == RowCounts(unchanged: 1))
        #expect(
            try book.record([Company(ticker: "NEW", name: "New", parent: "-")]).rowCounts
                == RowCounts(inserted: 1))
        #expect(try parent("NEW") == nil)
    }

    @Test(arguments: Engine.allCases)
    func `a changed name keeps the old one as an alias, unless there is such an alias`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        try book.record([Alias(alias: "CleanSpark, Inc.", ticker: "CLSK", validTo: .last)])
        try book.record(
            [Company(ticker: "RIOT", name: "Riot"), Company(ticker: "CLSK", name: "CleanSpark")],
            on: "2026-02-03")
        #expect(
            try book.aliases() == [
                Alias(alias: "CleanSpark, Inc.", ticker: "CLSK", validTo: .last),
                Alias(alias: "Riot Platforms, Inc.", ticker: "RIOT", validTo: Day("2026-02-03")),
            ])
    }

    @Test(arguments: Engine.allCases)
    func `an empty CIK keeps the old one, another replaces it, and undo restores it`(
        engine: Engine
    ) throws {
        let book = try engine.book()
        func riot(cik: Int?) -> [Company] {
            [Company(ticker: "RIOT", name: "Riot Platforms, Inc.", cik: cik)]
        }
        func stored() throws -> Int? { try book.companies().last?.cik }
        #expect(try book.record(riot(cik: 7)).rowCounts == RowCounts(corrected: 1))
        #expect(try book.record(riot(cik: nil)).rowCounts == RowCounts(unchanged: 1))
        #expect(try stored() == 7)
        let last = try book.record(riot(cik: 9_999_999_999))
        #expect(try stored() == 9_999_999_999)
        #expect(try book.roster().company(withCIK: 9_999_999_999)?.code == "RIOT")
        let moment = try required(Self.moment)
        _ = try book.undo(last.number, at: moment)
        #expect(try stored() == 7)
        _ = try book.undo(2, at: moment)
        #expect(try stored() == nil)
        #expect(
            try book.record(riot(cik: 1) + riot(cik: 2)).conflicts.map(\.description) == [
                "file.csv:3: RIOT is \"Riot Platforms, Inc., CIK 2\" here, but \"Riot Platforms, "
                    + "Inc., CIK 1\" at file.csv:2; keep one of them"
            ])
    }

    @Test(arguments: Engine.allCases)
    func `a parent must be a company by the end of the import`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([
            Company(ticker: "SUB", name: "Sub", parent: "top"), Company(ticker: "TOP", name: "Top"),
        ])
        #expect(throws: BookError.unknownSubject(code: "NOPE")) {
            try book.record([Company(ticker: "X", name: "X", parent: "NOPE")])
        }
        #expect(try book.companies().count == 5)
    }

    @Test(arguments: Engine.allCases)
    func `the key of a membership is group, company and first day`(engine: Engine) throws {
        let book = try engine.book()
        let joined = Membership(group: "us", ticker: "RIOT", joinedOn: Day("2025-01-01"))
        #expect(try book.record([joined]).rowCounts == RowCounts(inserted: 1))
        #expect(try book.record([joined]).rowCounts == RowCounts(unchanged: 1))
        var left = joined
        left.group = "US"
        left.leftOn = Day("2025-06-30")
        #expect(try book.record([left]).rowCounts == RowCounts(corrected: 1))
        left.group = "us"
        #expect(try book.groups() == ["us"])
        #expect(try book.memberships(of: "us") == [left])
        #expect(try book.allMemberships() == [left])
        #expect(try book.memberships(of: "eu").isEmpty)
        #expect(
            throws: BookError.codeTaken(code: "RIOT", by: .company, wanted: .group)
        ) { try book.record([Membership(group: "RIOT", ticker: "MARA")]) }
    }

    @Test(arguments: Engine.allCases)
    func `the key of share facts is company and first day`(engine: Engine) throws {
        let book = try engine.book()
        let always = ShareBasis(ticker: "RIOT", adsRatio: ShareRatio(15, 1), source: "a", note: "b")
        let split = ShareBasis(
            ticker: "riot", from: Day("2025-08-01"), split: ShareRatio(25, 1))
        #expect(try book.record([split, always]).rowCounts == RowCounts(inserted: 2))
        #expect(try book.record([split, always]).rowCounts == RowCounts(unchanged: 2))
        var stored = split
        stored.ticker = "RIOT"
        #expect(try book.shareBasis() == [always, stored])
        stored.split = ShareRatio(1, 20)
        stored.adsRatio = ShareRatio(1, 3)
        let outcome = try book.record([stored])
        #expect(outcome.rowCounts == RowCounts(corrected: 1))
        #expect(try book.shareBasis() == [always, stored])
        let moment = try required(Self.moment)
        #expect(
            throws: BookError.importNeeded(
                number: 2, by: .corrected(row: "share basis of RIOT", period: nil, by: 4))
        ) { try book.undo(2, at: moment) }
        #expect(try book.undo(4, at: moment) == Undoing(restored: 1))
        #expect(try book.shareBasis().map(\.split) == [nil, ShareRatio(25, 1)])
        #expect(
            throws: BookError.importNeeded(number: 1, by: .named(subject: "RIOT", by: 2))
        ) { try book.undo(1, at: moment) }
        #expect(throws: BookError.unknownSubject(code: "NOPE")) {
            try book.record([ShareBasis(ticker: "NOPE", adsRatio: ShareRatio(2, 1))])
        }
    }

    @Test(arguments: Engine.allCases)
    func `two rows of an import with other share facts are a conflict`(engine: Engine) throws {
        let rows = [15, 20].map { ShareBasis(ticker: "RIOT", adsRatio: ShareRatio($0, 1)) }
        #expect(
            try engine.book().record(rows).conflicts.map(\.description) == [
                "file.csv:3: share basis of RIOT is 20 shares per ADS here, but 15 shares per ADS "
                    + "at file.csv:2; keep one of them"
            ])
    }

    @Test(arguments: Engine.allCases)
    func `the key of a claim is everything except value and note`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        let claim = try Claim("JPMorgan", "hashrate", "2025-12-31", "419 EH/s", source: "b")
        #expect(try book.record([claim]).rowCounts == RowCounts(inserted: 1))
        let other = try Claim("JPMorgan", "hashrate", "2025-12-31", "420 EH/s", source: "a")
        let corrected = try Claim("JPMorgan", "hashrate", "2025-12-31", "418 EH/s", source: "b")
        #expect(
            try book.record([other, corrected]).rowCounts == RowCounts(inserted: 1, corrected: 1))
        let figure = try required(FigureCode("hashrate"))
        #expect(
            try book.claims(of: figure, about: "US-Listed").map { "\($0.value) \($0.source)" }
                == ["420 EH/s a", "418 EH/s b"])
        #expect(try book.allClaims().count == 2)
        #expect(
            try book.sources() == [
                SourceUse(text: "a", observations: 0, claims: 1),
                SourceUse(text: "b", observations: 0, claims: 1),
            ])
    }

    @Test(arguments: Engine.allCases)
    func `the history has every import with its files and counts`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "5 BTC")])
        let imports = try book.imports()
        #expect(imports.map(\.number) == [1, 2])
        #expect(
            imports[1].files == [
                ImportRecord.File(
                    name: "file.csv", sha256: "", kind: .observations,
                    rowCounts: RowCounts(inserted: 1))
            ])
        #expect(imports[1].undone == nil)
    }

    // MARK: Undo

    private static let moment = Timestamp("2026-03-01T00:00:00Z")

    @Test(arguments: Engine.allCases)
    func `undo deletes what was inserted and restores what was corrected`(engine: Engine) throws {
        let book = try engine.book()
        let first = try Observation("RIOT", .btcMined, "2025-12", "460 BTC")
        try book.record([first])
        try book.record([
            Observation("RIOT", .btcMined, "2025-12", "461 BTC"),
            Observation("MARA", .btcMined, "2025-12", "700 BTC"),
        ])
        let moment = try required(Self.moment)
        #expect(try book.undo(3, at: moment) == Undoing(removed: 1, restored: 1))
        #expect(try book.export() == [first])
        #expect(try book.imports().map(\.undone) == [nil, nil, moment])
        #expect(throws: BookError.undoneAlready(number: 3, at: moment)) {
            try book.undo(3, at: moment)
        }
        #expect(throws: BookError.noSuchImport(number: 9, last: 3)) {
            try book.undo(9, at: moment)
        }
        // A number is never used again.
        #expect(try book.record([Observation("MARA", .btcMined, "2025-12", "7 BTC")]).number == 4)
    }

    @Test(arguments: Engine.allCases)
    func `undo is refused while a later import depends on it`(engine: Engine) throws {
        let book = try engine.book()
        try book.record([Observation("RIOT", .btcMined, "2025-12", "460 BTC")])
        try book.record([Observation("RIOT", .btcMined, "2025-12", "461 BTC")])
        let moment = try required(Self.moment)
        let period = try required(Period(year: 2025, month: 12))
        #expect(
            throws: BookError.importNeeded(
                number: 2, by: .corrected(row: "RIOT btc_mined", period: period, by: 3))
        ) { try book.undo(2, at: moment) }
        #expect(
            throws: BookError.importNeeded(number: 1, by: .named(subject: "RIOT", by: 3))
        ) { try book.undo(1, at: moment) }
        for number in [3, 2, 1] { _ = try book.undo(number, at: moment) }
        #expect(try book.companies().isEmpty)
        #expect(try book.check().isEmpty)
    }

    // MARK: Check

    @Test(arguments: Engine.allCases)
    func `check finds rows that cannot be right`(engine: Engine) throws {
        let book = try engine.book()
        #expect(try book.check().isEmpty)
        try book.record([Company(ticker: "SUB", name: "Sub", parent: "RIOT")])
        try book.record(
            ["RIOT", "SUB"].map { Membership(group: "us", ticker: $0) })
        try book.record([Alias(alias: "MARA", ticker: "RIOT")])
        try book.record([Observation("RIOT", .btcHeld, "2025-12-31", "-5 BTC")])
        #expect(
            try book.check().map(\.description) == [
                "us: SUB and RIOT, which consolidates it, are both members at all times; reports "
                    + "leave SUB out: end one of the two with left_on",
                "the alias MARA of RIOT is the code of a company",
                "RIOT btc_held 2025-12-31: is -5 BTC, and cannot be below zero",
            ])
    }
}
