import Foundation
import Testing

/// `import` of JSON files.
@Suite("JSON on the command line")
struct JSONCommandTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write("ticker,name\nRIOT,Riot Platforms\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    private func use(_ fixture: String) throws {
        let folder = Desk.packageRoot.appending(path: "Tests/Fixtures/Profiles")
        try FileManager.default.copyItem(
            at: folder.appending(path: fixture), to: desk.folder.appending(path: fixture))
    }

    @Test func `a file of a known site needs no profile`() throws {
        try use("mempool.json")
        try desk.run("import", "mempool.json").says(
            "mempool.json: read with the profile mempool",
            "mempool.json:hashrates[*]: read timestamp as period, avgHashrate as network_hashrate "
                + "in H/s",
            "mempool.json:difficulty[*]: read time as period, difficulty as difficulty in difficulty",
            "mempool.json:difficulty[*]: ignored the columns height and adjustment",
            "Import 2: 5 inserted, 0 unchanged, 0 corrected, 4 rounded to the base unit.")
        try desk.run("import", "--quiet", "--profile", "mempool", "mempool.json").says()
    }

    @Test func `lines of observations are imported, from a file and from stdin`() throws {
        try use("observations.ndjson")
        try desk.run("import", "observations.ndjson").says(
            "Import 2: 3 inserted, 0 unchanged, 0 corrected.")
        let lines = try String(
            contentsOf: desk.folder.appending(path: "observations.ndjson"), encoding: .utf8)
        try desk.run("import", "-", input: lines).says(
            "Nothing new: 0 inserted, 3 unchanged, 0 corrected.")
        try desk.run("export").prints(
            "subject,metric,period,value,unit,published_on,source,status,note",
            "BTC,btc_price,2025-12-31,87498.2,USD/BTC,,,aggregated,",
            "RIOT,btc_mined,2025-11,428,BTC,,https://a.example/11,reported,",
            "RIOT,deployed_hashrate,2025-11-30,38.50,EH/s,,,reported,\"a \"\"quote\"\", é and ₿\"")
    }

    @Test func `rejected rows of a JSON file go to a CSV file`() throws {
        try desk.write(
            #"[{"ticker":"RIOT","period":"2025-11","btc_mined":428},"#
                + #"{"ticker":"RIOT","period":"2025-12","btc_mined":"x"}]"#, to: "q4.json")
        try desk.run("import", "q4.json", "--rejects", "bad.csv").says(
            "q4.json: read ticker as subject, period, btc_mined as btc_mined in BTC",
            "Warning: q4.json:1: [1].btc_mined: btc_mined: \"x\" is not an amount of bitcoin, such "
                + "as 712.53 BTC",
            "1 row was rejected: correct it and import bad.csv.",
            "Import 2: 1 inserted, 0 unchanged, 0 corrected, 1 rejected.")
        #expect(
            try String(decoding: desk.bytes(of: "bad.csv"), as: UTF8.self)
                .hasSuffix(",RIOT,2025-12,x\n"))
    }

    @Test func `rows of one line that contradict each other are found`() throws {
        try desk.write(
            #"[{"ticker":"RIOT","period":"2025-11","btc_mined":428},"#
                + #"{"ticker":"RIOT","period":"2025-11","btc_mined":429}]"#, to: "q4.json")
        let outcome = try desk.run("import", "q4.json", exits: 65)
        #expect(
            outcome.stderr.contains(
                "q4.json:2: RIOT btc_mined 2025-11 is 429 BTC, reported here, but 428 BTC, "
                    + "reported at q4.json:1"), outcome.comment)
    }
}
