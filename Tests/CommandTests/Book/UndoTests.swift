import Foundation
import TestSupport
import Testing

/// Undoing imports.
@Suite("Undo")
struct UndoTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\nMARA,MARA Holdings\n", to: "miners.csv")
        try desk.run("import", "miners.csv")
    }

    /// Imports figures: `RIOT,btc_mined,2025-12,460,BTC`.
    @discardableResult
    private func figures(_ rows: String...) throws -> Outcome {
        let text = "subject,metric,period,value,unit\n" + rows.map { $0 + "\n" }.joined()
        return try desk.run("import", "-", input: text)
    }

    private var undone: [String] {
        get throws {
            try desk.run("list", "imports", "--format", "csv", "--table", "imports").lines
                .dropFirst()
                .map { $0.contains(",,") ? "in effect" : "undone" }
        }
    }

    @Test func `undo removes what an import inserted and restores what it corrected`() throws {
        try figures("RIOT,btc_mined,2025-12,460,BTC")
        let before = try desk.run("export").bytes
        try figures("RIOT,btc_mined,2025-12,461,BTC", "MARA,btc_mined,2025-12,700,BTC")
        try desk.run("undo", "3").says("Import 3 undone: 1 removed, 1 restored.")
        #expect(try desk.run("export").bytes == before)
        #expect(try undone == ["in effect", "in effect", "undone"])
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `an undone file can be imported again, under a new number`() throws {
        try figures("RIOT,btc_mined,2025-12,460,BTC")
        try desk.run("undo", "2")
        try figures("RIOT,btc_mined,2025-12,460,BTC")
            .says("Import 3: 1 inserted, 0 unchanged, 0 corrected.")
        try desk.run("undo", "3").says("Import 3 undone: 1 removed, 0 restored.")
    }

    @Test func `an import can be undone only once`() throws {
        try figures("RIOT,btc_mined,2025-12,460,BTC")
        try desk.run("undo", "2")
        let again = try desk.run("undo", "2", exits: 64)
        #expect(again.stderr.hasPrefix("Error: import 2 was undone already, at 2"), again.comment)
    }

    @Test func `an unknown import number is rejected`() throws {
        try desk.run("undo", "7", exits: 64)
            .says("Error: there is no import 7; the last is 1; see minerbook list imports")
        try desk.run("--database", "new.db", "init")
        try desk.run("--database", "new.db", "undo", "1", exits: 64)
            .says("Error: there is no import 1; this book has none")
        try desk.run("undo", "first", exits: 64).refuses(
            "Error: The value 'first' is invalid for '<import>'")
        try desk.run("--database", "none.db", "undo", "1", exits: 66)
        #expect(desk.names == ["minerbook.db", "miners.csv", "new.db"])
    }

    @Test func `an import cannot be undone before later corrections of its rows`() throws {
        try figures("RIOT,btc_mined,2025-12,460,BTC")
        try figures("RIOT,btc_mined,2025-12,461,BTC")
        let before = try desk.bytes(of: "minerbook.db")
        try desk.run("undo", "2", exits: 65).says(
            "Error: import 2 cannot be undone: import 3 corrected its RIOT btc_mined 2025-12; "
                + "undo import 3 first")
        #expect(try desk.bytes(of: "minerbook.db") == before)
        try desk.run("undo", "3")
        try desk.run("undo", "2").says("Import 2 undone: 1 removed, 0 restored.")
        try desk.run("undo", "1").says("Import 1 undone: 2 removed, 0 restored.")
    }

    @Test func `an import of a company cannot be undone before imports of its figures`() throws {
        try figures("RIOT,btc_mined,2025-12,460,BTC")
        try desk.run("undo", "1", exits: 65).says(
            "Error: import 1 cannot be undone: import 2 has rows of RIOT, which it added; undo "
                + "import 2 first")
    }

    @Test func `undo also covers groups, parents and changed names`() throws {
        let before = try export()
        try desk.write(
            "ticker,name,parent\nRIOT,Riot,MARA\nCIFR,Cipher,RIOT\n", to: "companies.csv")
        try desk.write("group,ticker,joined_on\nus,RIOT,2025-01-01\n", to: "groups.csv")
        try desk.run("import", "companies.csv", "groups.csv")
        try desk.run("undo", "2").says("Import 2 undone: 4 removed, 1 restored.")
        #expect(try export() == before)
        try desk.run("check").says("minerbook.db is sound.")
    }

    /// The files of an export, concatenated.
    private func export() throws -> Data {
        try desk.run("export", "--output", "out", "--quiet")
        return try ["companies", "aliases", "groups", "observations", "claims"]
            .map { try desk.bytes(of: "out/\($0).csv") }.reduce(Data(), +)
    }

    @Test(arguments: 1...12)
    func `undoing an import restores the previous export, byte for byte`(seed: Int) throws {
        var random = SeededGenerator(seed: UInt64(seed))
        try importRandomFiles(&random)
        let before = try export()
        guard try importRandomFiles(&random) else { return }
        try desk.run("undo", "3")
        #expect(try export() == before)
        try desk.run("check").says("minerbook.db is sound.")
    }

    /// Imports files of every kind with few different keys, so that a second call corrects much of the
    /// first. Returns whether anything was new.
    @discardableResult
    private func importRandomFiles(_ random: inout SeededGenerator) throws -> Bool {
        func pick(_ choices: String...) -> String { choices.randomElement(using: &random) ?? "" }
        func rows(_ header: String, _ row: () -> (key: String, rest: String)) -> String {
            var rows: [String: String] = [:]
            for _ in 0..<12 {
                let next = row()
                rows[next.key] = next.rest
            }
            return header
                + rows.sorted { $0.key < $1.key }.map { "\n\($0.key),\($0.value)" }
                .joined() + "\n"
        }
        let tickers = ["RIOT", "MARA", "CIFR", "HUT"]
        try desk.write(
            "ticker,name,note\n"
                + tickers.map { "\($0),\(pick($0, "\($0) Inc.", "New \($0)")),\(pick("", "x"))\n" }
                .joined(), to: "companies.csv")
        try desk.write(
            rows("alias,ticker,valid_from,valid_to,note") {
                (
                    pick("OLD", "OLDER") + ",RIOT,2020-01-0" + pick("1", "2"),
                    pick("", "2024-05-05") + ","
                )
            }, to: "aliases.csv")
        try desk.write(
            rows("group,ticker,joined_on,left_on,note") {
                ("us," + pick("RIOT", "MARA") + ",2025-01-01", pick("", "2025-06-30") + ",")
            }, to: "groups.csv")
        try desk.write(
            rows("subject,metric,period,published_on,source,value,unit,status,note") {
                let key = [
                    pick("RIOT", "MARA", "HUT"), "deployed_hashrate", pick("2025-11", "2025-12"),
                    pick("", "2026-01-05"), pick("", "release"),
                ]
                let rest = [
                    pick("38.5", "38.50", "40", "41000"), pick("EH/s", "PH/s"),
                    pick("", "estimated"), pick("", "seen"),
                ]
                return (key.joined(separator: ","), rest.joined(separator: ","))
            }, to: "figures.csv")
        try desk.write(
            rows("publisher,subject,figure,on,value,unit") {
                (
                    "JPM,us," + pick("hashrate", "hashrate.change") + ",2025-12-31",
                    pick("1", "2") + ",EH/s"
                )
            }, to: "claims.csv")
        let done = try desk.run(
            "import", "companies.csv", "aliases.csv", "groups.csv", "figures.csv", "claims.csv")
        return done.stderr.hasPrefix("Import ")
    }
}
