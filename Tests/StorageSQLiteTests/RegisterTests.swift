import Bookkeeping
import Mining
import TestSupport
import Testing

@testable import StorageSQLite

@Suite("Companies, aliases, groups and claims")
struct RegisterTests {
    let book: ScratchBook

    init() throws { book = try ScratchBook() }

    @Test func `companies come back by ticker`() throws {
        #expect(try book.database.companies().map(\.ticker) == ["CLSK", "MARA", "RIOT"])
        let full = Company(
            ticker: "CIFR", name: "Cipher", country: "United States", exchange: "Nasdaq",
            fiscalYearEnd: 12, parent: "RIOT", cik: 9_999_999_999, note: "x")
        #expect(try book.record([full]).rowCounts == RowCounts(inserted: 1))
        #expect(try book.database.companies().first == full)
    }

    @Test func `importing a company again changes nothing`() throws {
        #expect(try book.record(ScratchBook.companies).rowCounts == RowCounts(unchanged: 3))
        #expect(try book.shell("SELECT count(*) FROM subject_correction") == "0")
    }

    @Test func `a field that is filled replaces the old value, an empty one leaves it`() throws {
        let outcome = try book.record([
            Company(ticker: "mara", name: "", exchange: "Nasdaq")
        ])
        #expect(outcome.rowCounts == RowCounts(corrected: 1))
        #expect(
            try book.database.companies()[1]
                == Company(
                    ticker: "MARA", name: "MARA Holdings, Inc.", country: "United States",
                    exchange: "Nasdaq"))
        #expect(
            try book.shell(
                "SELECT change, import, code, country, ifnull(exchange, '-') FROM subject_correction"
            ) == "update|\(outcome.number)|MARA|United States|-")
        #expect(try book.database.aliases().isEmpty)
    }

    @Test func `a CIK that is replaced or removed is kept in the corrections`() throws {
        try book.record([Company(ticker: "MARA", name: "MARA Holdings, Inc.", cik: 1)])
        try book.record([Company(ticker: "MARA", name: "MARA Holdings, Inc.", cik: 1_507_605)])
        _ = try book.shell("DELETE FROM subject WHERE code = 'MARA'")
        #expect(
            try book.shell("SELECT change, code, ifnull(cik, '-') FROM subject_correction")
                == "update|MARA|-\nupdate|MARA|1\ndelete|MARA|1507605")
    }

    @Test func `a changed name becomes an alias, valid to the day of the import`() throws {
        try book.record(
            [Company(ticker: "RIOT", name: "Riot Inc.")], at: "2026-03-04T23:59:59Z")
        #expect(
            try book.database.aliases() == [
                Alias(
                    alias: "Riot Platforms, Inc.", ticker: "RIOT",
                    validTo: Day(year: 2026, month: 3, day: 4))
            ])
        let roster = try book.database.roster()
        let day = try required(Day("2026-03-04"))
        #expect(roster.subject(named: "riot platforms, inc.", on: day)?.code == "RIOT")
        #expect(roster.subject(named: "Riot Inc.", on: day)?.code == "RIOT")
    }

    @Test func `an old name that an alias already dates is not added again`() throws {
        let alias = Alias(
            alias: "Riot Platforms, Inc.", ticker: "RIOT", validTo: Day("2026-02-28"), note: "n")
        try book.record([alias])
        try book.record([Company(ticker: "RIOT", name: "Riot Inc.")])
        #expect(try book.database.aliases() == [alias])
    }

    @Test func `two different rows of one company conflict`() throws {
        let outcome = try book.record([
            Company(ticker: "WULF", name: "TeraWulf"), Company(ticker: "WULF", name: "TeraWulf"),
            Company(ticker: "wulf", name: "TeraWulf", country: "US"),
        ])
        #expect(outcome.rowCounts == RowCounts(inserted: 1, unchanged: 1))
        #expect(
            outcome.conflicts.map(\.description) == [
                "companies.csv:4: wulf is \"TeraWulf, US\" here, but \"TeraWulf\" at "
                    + "companies.csv:2; keep one of them"
            ])
    }

    @Test func `a contradiction is found whichever of the rows the book has`() throws {
        let same = Company(ticker: "RIOT", name: "Riot Platforms, Inc.")
        let other = Company(ticker: "RIOT", name: "Riot Inc.")
        for rows in [[same, other], [other, same]] {
            let outcome = try book.importing(keeping: false) { session in
                let file = try session.addFile(name: "f", kind: .companies)
                try session.record(lined(rows), from: file)
            }
            #expect(outcome.conflicts.count == 1)
        }
    }

    @Test func `a parent may be in a later row, but not be missing`() throws {
        try book.record([
            Company(ticker: "ABTC", name: "American Bitcoin", parent: "HUT"),
            Company(ticker: "HUT", name: "Hut 8"),
        ])
        #expect(throws: BookError.unknownSubject(code: "GONE")) {
            try book.record([Company(ticker: "X", name: "X", parent: "GONE")])
        }
        #expect(try book.database.companies().count == 5)
    }

    @Test func `a company can't have the code of a group or of the network`() throws {
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        for (code, kind) in [("US-listed", Subject.Kind.group), ("btc", .network)] {
            let error = BookError.codeTaken(code: code, by: kind, wanted: .company)
            #expect(throws: error) { try book.record([Company(ticker: code, name: "X")]) }
        }
        let error = BookError.codeTaken(code: "RIOT", by: .company, wanted: .group)
        #expect(throws: error) { try book.record([Membership(group: "RIOT", ticker: "MARA")]) }
        #expect(
            "\(error)"
                == "\"RIOT\" is a company of the book and cannot be a group too")
    }

    @Test func `memberships come back by group, ticker and first day`() throws {
        let memberships = [
            Membership(group: "asia", ticker: "MARA"),
            Membership(group: "us-listed", ticker: "CLSK", leftOn: Day("2024-01-31")),
            Membership(
                group: "us-listed", ticker: "CLSK", joinedOn: Day("2025-09-01"), note: "again"),
            Membership(group: "us-listed", ticker: "RIOT", joinedOn: Day("2025-09-01")),
        ]
        #expect(try book.record(memberships.reversed()).rowCounts == RowCounts(inserted: 4))
        #expect(try book.database.allMemberships() == memberships)
        #expect(try book.database.groups() == ["asia", "us-listed"])
        #expect(try book.database.memberships(of: "us-listed") == Array(memberships[1...]))
        #expect(try book.database.memberships(of: "nowhere").isEmpty)
        #expect(try book.record(memberships).rowCounts == RowCounts(unchanged: 4))
    }

    @Test func `a membership that ends is corrected, and the old row kept`() throws {
        let member = Membership(group: "us-listed", ticker: "RIOT")
        try book.record([member])
        var left = member
        left.leftOn = Day("2026-01-01")
        #expect(try book.record([left]).rowCounts == RowCounts(corrected: 1))
        #expect(try book.database.allMemberships() == [left])
        #expect(
            try book.shell("SELECT change, ifnull(left_on, '-') FROM membership_correction")
                == "update|-")
        #expect(try book.record([left, member]).conflicts.count == 1)
    }

    @Test func `a member must be a company`() throws {
        for ticker in ["NOPE", "BTC"] {
            #expect(throws: BookError.unknownSubject(code: ticker)) {
                try book.record([Membership(group: "us-listed", ticker: ticker)])
            }
        }
        #expect(try book.database.groups().isEmpty)
    }

    @Test func `one alias may belong to several companies, at different times`() throws {
        let aliases = [
            Alias(alias: "HUT8", ticker: "CLSK", validTo: Day("2023-11-30")),
            Alias(alias: "HUT8", ticker: "MARA", validFrom: Day("2023-12-01"), note: "n"),
        ]
        #expect(try book.record(aliases).rowCounts == RowCounts(inserted: 2))
        #expect(try book.database.aliases() == aliases)
        #expect(try book.record(aliases).rowCounts == RowCounts(unchanged: 2))
        var shorter = aliases[1]
        shorter.validTo = Day("2024-12-31")
        #expect(try book.record([shorter]).rowCounts == RowCounts(corrected: 1))
        #expect(try book.database.aliases() == [aliases[0], shorter])
        #expect(try book.shell("SELECT count(*) FROM alias_correction") == "1")
        #expect(try book.record([shorter, aliases[1]]).conflicts.count == 1)
        #expect(throws: BookError.unknownSubject(code: "NOPE")) {
            try book.record([Alias(alias: "X", ticker: "NOPE")])
        }
    }

    @Test func `claims come back in order, and by figure and subject`() throws {
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        let claims = try [
            Claim("Jefferies", "hashrate", "2025-12-31", "400 EH/s"),
            Claim("JPMorgan", "hashrate", "2025-12-31", "419 EH/s", published: "2026-01-16"),
            Claim("JPMorgan", "hashrate", "2026-01-15", "419 EH/s", source: "a"),
            Claim("JPMorgan", "hashrate", "2026-01-15", "420 EH/s", source: "b", note: "n"),
            Claim(
                "JPMorgan", "hashrate.change_percent", "2026-01-15", since: "2025-12", "2.9 %"),
        ]
        #expect(try book.record(claims.reversed()).rowCounts == RowCounts(inserted: 5))
        var read = try book.database.allClaims()
        #expect(read.map(\.origin?.line) == [5, 4, 3, 2, 6])
        for index in read.indices { read[index].origin = nil }
        // Publishers are ordered by their bytes: P goes before e.
        #expect(read == Array(claims[1...] + claims[..<1]))
        let figure = try required(FigureCode("hashrate"))
        #expect(
            try book.database.claims(of: figure, about: "us-listed").map(\.value.description)
                == ["419 EH/s", "400 EH/s", "419 EH/s", "420 EH/s"])
        #expect(try book.database.claims(of: figure, about: "RIOT").isEmpty)
        #expect(try book.record(claims).rowCounts == RowCounts(unchanged: 5))
    }

    @Test func `claims that differ only in their sources are ordered by source`() throws {
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        let figure = try required(FigureCode("hashrate"))
        for source in ["c", "", "b", "a"] {
            try book.record([Claim("JPMorgan", "hashrate", "2025-12", "419 EH/s", source: source)])
        }
        try book.record([Claim("JPMorgan", "hashrate", "2025-11", "400 EH/s", source: "d")])
        let claims = try book.database.claims(of: figure, about: "US-Listed")
        #expect(claims.map(\.source) == ["d", "", "a", "b", "c"])
        #expect(claims.allSatisfy { $0.subject == "us-listed" })
    }

    @Test func `a claim with another value is corrected, and contradictions conflict`() throws {
        try book.record([Membership(group: "us-listed", ticker: "RIOT")])
        let old = try Claim("JPMorgan", "hashrate", "2025-12-31", "419 EH/s")
        let same = try Claim("JPMorgan", "hashrate", "2025-12-31", "419000 PH/s")
        let new = try Claim("JPMorgan", "hashrate", "2025-12-31", "419.5 EH/s")
        try book.record([old])
        #expect(try book.record([same]).rowCounts == RowCounts(unchanged: 1))
        #expect(try book.record([new]).rowCounts == RowCounts(corrected: 1))
        #expect(try book.database.allClaims().map(\.value) == [new.value])
        #expect(
            try book.shell("SELECT change, value FROM claim_correction") == "update|419"
        )
        for rows in [[old, new], [new, old]] {
            let outcome = try book.importing(keeping: false) { session in
                let file = try session.addFile(name: "c.csv", kind: .claims)
                try session.record(lined(rows), from: file)
            }
            #expect(outcome.conflicts.map(\.firstOrigin.line) == [2])
        }
        let stranger = Claim(
            publisher: "X", subject: "NOPE", figure: old.figure, on: old.on, value: old.value)
        #expect(throws: BookError.unknownSubject(code: "NOPE")) { try book.record([stranger]) }
    }
}
