import Foundation
import Testing

/// `import --profile` and `list profiles`.
@Suite("Profiles on the command line")
struct ProfileCommandTests {
    private let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write(
            "ticker,name\nRIOT,Riot Platforms\nMARA,MARA Holdings\n", to: "companies.csv")
        try desk.run("import", "companies.csv")
    }

    private func use(_ fixture: String) throws {
        let folder = Desk.packageRoot.appending(path: "Tests/Fixtures/Profiles")
        try FileManager.default.copyItem(
            at: folder.appending(path: fixture), to: desk.folder.appending(path: fixture))
    }

    @Test func `a file is imported with a profile, and ignored columns are listed`() throws {
        try use("yahoo-RIOT.csv")
        try desk.run("import", "--profile", "yahoo", "yahoo-RIOT.csv").says(
            "yahoo-RIOT.csv: read Date as period, Close as share_price in USD",
            "yahoo-RIOT.csv: ignored the columns Open, High, Low, Adj Close and Volume",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected, 1 missing.")
        try desk.run("export").prints(
            "subject,metric,period,value,unit,published_on,source,status,note",
            "RIOT,share_price,2017-01-03,3.820000,USD,,"
                + "\"Yahoo Finance, https://finance.yahoo.com\",aggregated,",
            "RIOT,share_price,2017-01-05,4.140000,USD,,"
                + "\"Yahoo Finance, https://finance.yahoo.com\",aggregated,")
        try desk.run("import", "--profile", "yahoo", "--quiet", "yahoo-RIOT.csv").says()
    }

    @Test func `companies of a ranking are created with symbol and name`() throws {
        try use("companiesmarketcap.csv")
        let command = [
            "import", "--profile", "companiesmarketcap", "--period", "2026-01-02",
            "companiesmarketcap.csv",
        ]
        try desk.run(command, exits: 65).says(
            "companiesmarketcap.csv: read Name as company, Symbol as subject, marketcap as market_cap "
                + "in USD, price (USD) as share_price in USD",
            "companiesmarketcap.csv: ignored the columns Rank and country",
            "Error: companiesmarketcap.csv:2: Symbol: \"IREN\" is not in this book; import the "
                + "company first, or add --create-companies when you import its figures",
            "Error: nothing was imported: 1 problem")
        let outcome = try desk.run(command + ["--create-companies"])
        #expect(outcome.stderr.contains("created IREN (IREN Limited)\n"), outcome.comment)
        #expect(
            outcome.stderr.hasSuffix("Import 2: 5 inserted, 0 unchanged, 0 corrected.\n"),
            outcome.comment)
    }

    @Test func `digits below the base unit are rounded and counted`() throws {
        try use("coin-metrics-2019.csv")
        let outcome = try desk.run("import", "--profile", "coin-metrics", "coin-metrics-2019.csv")
        #expect(
            outcome.stderr.hasSuffix(
                "Import 2: 15 inserted, 0 unchanged, 0 corrected, 1 missing, 5 rounded to the base "
                    + "unit.\n"), outcome.comment)
    }

    @Test func `options take precedence over the profile`() throws {
        try use("yahoo-RIOT.csv")
        try desk.run(
            "import", "--profile", "yahoo", "--subject", "MARA", "--source", "mine", "--status",
            "estimated", "--map", "Open=share_price:USD", "--quiet", "yahoo-RIOT.csv")
        try desk.run("export").prints(
            "subject,metric,period,value,unit,published_on,source,status,note",
            "MARA,share_price,2017-01-03,3.610000,USD,,mine,estimated,",
            "MARA,share_price,2017-01-05,4.500000,USD,,mine,estimated,")
    }

    @Test func `one profile applies to all files, each for the company in its file name`() throws {
        for ticker in ["RIOT", "MARA"] {
            try desk.write("Date,Close\n2025-12-31,12.5\n", to: "\(ticker).csv")
        }
        try desk.run("import", "--profile", "yahoo", "RIOT.csv", "MARA.csv").says(
            "RIOT.csv: read Date as period, Close as share_price in USD",
            "MARA.csv: read Date as period, Close as share_price in USD",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `a file name without a company, and stdin, ask for --subject`() throws {
        let prices = "Date,Close\n2025-12-31,12.5\n2026-01-02,12.6\n"
        try desk.write(prices, to: "prices.csv")
        try desk.run("import", "--profile", "yahoo", "prices.csv", exits: 65).says(
            "prices.csv: read Date as period, Close as share_price in USD",
            "Error: prices.csv:1: the file name \"prices.csv\" contains no company of this "
                + "book; name the company, such as --subject RIOT",
            "Error: nothing was imported: 1 problem")
        let outcome = try desk.run("import", "--profile", "yahoo", "-", exits: 65, input: prices)
        #expect(outcome.stderr.contains("\"stdin\" contains no company"), outcome.comment)
        try desk.run(
            "import", "--profile", "yahoo", "--subject", "RIOT", "-", "--quiet", input: prices)
    }

    @Test func `--no-header treats the first row as data`() throws {
        try desk.write("2025-12-30,9,12.5\n2025-12-31,9,12.75\n", to: "riot.csv")
        try desk.run(
            "import", "--no-header", "--subject", "RIOT", "--map", "column 1=period", "--map",
            "column 3=share_price:USD", "--ignore-column", "column 2", "riot.csv"
        ).says(
            "riot.csv: read as comma, utf-8, without a header",
            "riot.csv: read column 2 as ignored, column 1 as period, column 3 as share_price in USD",
            "Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try desk.run("import", "--no-header", "--subject", "RIOT", "riot.csv", exits: 65).says(
            "riot.csv: read as comma, utf-8, without a header",
            "Error: riot.csv:1: column 1 begins with \"2025-12-30\", but its meaning is not "
                + "given; give it with --map 'column 1=period', or ignore it with "
                + "--ignore-column 'column 1'",
            "Error: riot.csv:1: column 2 begins with \"9\", but its meaning is not given; give "
                + "it with --map COLUMN=MEANING, or ignore it with --ignore-column 'column 2'",
            "Error: riot.csv:1: column 3 begins with \"12.5\", but its meaning is not given; "
                + "give it with --map COLUMN=MEANING, or ignore it with --ignore-column "
                + "'column 3'",
            "Error: nothing was imported: 3 problems")
    }

    @Test func `for an unknown profile the message lists the known ones`() throws {
        let names =
            "blockchain-difficulty, blockchain-hash-rate, blockchain-json, "
            + "blockchain-market-price, blockchain-miners-revenue, coin-metrics, "
            + "coin-metrics-api, coingecko-market-chart, coingecko-treasury, companiesmarketcap, "
            + "cryptodatadownload, investing, investing-bitcoin, mempool, nasdaq, "
            + "sec-companyfacts, stooq, yahoo, yahoo-bitcoin"
        try desk.run("import", "--profile", "yaho", "companies.csv", exits: 64).says(
            "Error: there is no profile yaho; did you mean yahoo? There are \(names); one of your "
                + "own is named by its path")
        try desk.run("import", "--profile", "xyzzy", "companies.csv", exits: 64).says(
            "Error: there is no profile xyzzy. There are \(names); one of your own is named by its "
                + "path")
        try desk.run("import", "--profile", "", "companies.csv", exits: 64)
        try desk.run("import", "--profile", "mine.profile", "companies.csv", exits: 66).says(
            "Error: cannot open mine.profile: No such file or directory")
    }

    @Test func `mistakes in a profile are reported with their lines`() throws {
        try desk.write("# mine\nsubject: BTC\nmapp: Date=period\nstatus: sure\n", to: "my.profile")
        try desk.run("import", "--profile", "my.profile", "companies.csv", exits: 65).says(
            "Error: my.profile:3: \"mapp\" is not a setting, such as map or subject; did you "
                + "mean map?",
            "Error: my.profile:4: \"sure\" is not a status: reported, preliminary, restated, "
                + "aggregated or estimated")
    }

    @Test func `the example of docs/profiles/your-own.md works`() throws {
        let page = try String(
            contentsOf: Desk.packageRoot.appending(path: "docs/profiles/your-own.md"),
            encoding: .utf8)
        // The code blocks of the page: the file, the profile, and the output of import.
        let blocks = page.components(separatedBy: "```").enumerated()
            .filter { $0.offset % 2 == 1 }.map { $0.element.drop { $0 != "\n" }.dropFirst() }
        try #require(blocks.count >= 3)
        try desk.write(String(blocks[0]), to: "broker-MARA.csv")
        try desk.write(String(blocks[1]), to: "broker.profile")
        let shown = blocks[2].split(separator: "\n").map(String.init)
        #expect(shown.first == "$ minerbook import --profile broker.profile broker-MARA.csv")
        let outcome = try desk.run("import", "--profile", "broker.profile", "broker-MARA.csv")
        #expect(outcome.stderr == shown.dropFirst().map { $0 + "\n" }.joined(), outcome.comment)
        #expect(
            try desk.run("export").lines.dropFirst().first?.hasPrefix("MARA,share_price") == true)
        try #require(blocks.count >= 7)
        // After the message about a setting: the same for JSON.
        try desk.write(String(blocks[4]), to: "series.json")
        try desk.write(String(blocks[5]), to: "series.profile")
        let lines = blocks[6].split(separator: "\n").map(String.init)
        #expect(lines.first == "$ minerbook import --profile series.profile series.json")
        let json = try desk.run("import", "--profile", "series.profile", "series.json")
        #expect(json.stderr == lines.dropFirst().map { $0 + "\n" }.joined(), json.comment)
    }

    @Test func `every profile is documented`() throws {
        let folder = Desk.packageRoot.appending(path: "docs/profiles")
        let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
        let names = try desk.run("list", "profiles", "--format", "csv").lines.dropFirst()
            .compactMap { $0.split(separator: ",").first }
        #expect(names.count == 19)
        // Files of the SEC are recognised, and have a page of their own.
        for name in names where name != "sec-companyfacts" {
            #expect(pages.contains("--profile \(name)"), "\(name)")
        }
    }
}
