import Testing

/// Figures entered with `log` and removed with `retract`.
@Suite("Manual entries")
struct ManualEntryTests {
    let desk: Desk

    init() throws {
        desk = try Desk()
        try desk.write(
            "ticker,name,fiscal_year_end\nRIOT,Riot Platforms,12\nCLSK,CleanSpark,9\n",
            to: "miners.csv")
        try desk.run("import", "miners.csv")
    }

    private static let header =
        "subject,metric,period,value,unit,published_on,source,status,note"

    // MARK: log

    @Test func `log records several figures as one import`() throws {
        try desk.run(
            "log", "riot", "deployed_hashrate=38500 PH/s", "BTC mined=1,460", "--on", "2025-12",
            "--source", "=release, page 2", "--published-on", "2026-01-05", "--status",
            "preliminary", "--note", "call"
        ).says("Import 2: 2 inserted, 0 unchanged, 0 corrected.")
        try desk.run("export").prints(
            Self.header,
            "RIOT,btc_mined,2025-12,1460,BTC,2026-01-05,\"'=release, page 2\",preliminary,call",
            "RIOT,deployed_hashrate,2025-12-31,38500,PH/s,2026-01-05,\"'=release, page 2\","
                + "preliminary,call")
        #expect(
            try desk.run("list", "imports", "--format", "csv").lines.last?.contains(
                ",log,observations,2,0,0,0,") == true)
    }

    @Test func `log needs no folder for temporary files`() throws {
        try desk.run(
            "log", "RIOT", "btc_mined=460", "--on", "2025-12", "--source", "r",
            environment: ["TMPDIR": "/nowhere"]
        ).says("Import 2: 1 inserted, 0 unchanged, 0 corrected.")
    }

    @Test func `the command that brings a figure back names the book`() throws {
        try desk.shell("mv minerbook.db \"miners' book.db\"")
        try desk.run(
            "log", "RIOT", "btc_mined=460", "--on", "2025-12", "--source", "r", "--database",
            "miners' book.db")
        let retracted = try desk.run(
            "retract", "RIOT", "btc_mined", "--on", "2025-12", "--database", "miners' book.db")
        let hint = "To bring it back: minerbook undo 3 --database 'miners'\\'' book.db'"
        #expect(retracted.stderr.hasSuffix("\n\(hint)\n"), retracted.comment)
        try desk.shell(String(hint.dropFirst("To bring it back: ".count)))
            .says("Import 3 undone: 0 removed, 1 restored.")
    }

    @Test func `--unit applies to values without a unit, and fiscal quarters are understood`()
        throws
    {
        try desk.run(
            "log", "CLSK", "deployed_hashrate=50", "--on", "FY26Q1", "--unit", "EH/s",
            "--source", "10-Q")
        try desk.run("export").prints(
            Self.header, "CLSK,deployed_hashrate,2025-12-31,50,EH/s,,10-Q,reported,")
    }

    @Test func `logging a figure again changes nothing, and another value is a correction`() throws
    {
        let entry = ["log", "RIOT", "btc_mined=460", "--on", "2025-12", "--source", "r"]
        try desk.run(entry)
        try desk.run(entry).says("Nothing new: 0 inserted, 1 unchanged, 0 corrected.")
        try desk.run("log", "RIOT", "btc_mined=461", "--on", "2025-12", "--source", "r")
            .says("Import 3: 0 inserted, 0 unchanged, 1 corrected.")
        try desk.run("undo", "3").says("Import 3 undone: 0 removed, 1 restored.")
    }

    @Test func `log has the same messages as import, and records all figures or none`() throws {
        try desk.run(
            "log", "RIOT", "btc_mined=4b0", "btc_mned=1", "deployed_hashrate=38.5", "btc_held=5",
            "--on", "2025-12", "--source", "r", exits: 65
        ).says(
            "Error: log:2: btc_mined: \"4b0\" is not an amount of bitcoin, such as 712.53 BTC",
            "Error: log:3: metric: \"btc_mned\" is not a metric; did you mean btc_mined?",
            "Error: log:4: deployed_hashrate: \"38.5\" has no unit, such as EH/s",
            "Error: nothing was imported: 3 problems")
        try desk.run("export").prints(Self.header)
    }

    @Test func `log accepts thousands separators like import, and a decimal point`() throws {
        try desk.run(
            "log", "RIOT", "btc_mined=1 460.5", "--on", "2025-12", "--source", "r")
        try desk.run("export").prints(Self.header, "RIOT,btc_mined,2025-12,1460.5,BTC,,r,reported,")
        try desk.run(
            "log", "RIOT", "btc_held=18005,5", "--on", "2025-12-31", "--source", "r", exits: 65
        ).says(
            "Error: log:2: btc_held: \"18005,5\" has a comma that does not group thousands, as "
                + "in 1,234.5; if it is the decimal mark, write a point or import with "
                + "--decimal comma", "Error: nothing was imported: 1 problem")
    }

    @Test func `log rejects an argument that is not a figure, and needs a book`() throws {
        try desk.run("log", "RIOT", "460", "--on", "2025-12", "--source", "r", exits: 64)
            .refuses("Error: 460 is not METRIC=VALUE, such as btc_mined=460.")
        try desk.run(
            "log", "RIOT", "btc_mined=1", "--on", "2025-12", "--source", "r", "--database",
            "none.db", exits: 66)
    }

    // MARK: retract

    private func enter(_ value: String, _ source: String, published: String = "2026-01-05") throws {
        try desk.run(
            "log", "RIOT", "btc_mined=\(value)", "--on", "2025-12", "--source", source,
            "--published-on", published)
    }

    @Test func `retract removes the only figure of a period, and nothing else`() throws {
        try desk.run(
            "log", "RIOT", "deployed_hashrate=38.5 EH/s", "btc_mined=460", "--on", "2025-12",
            "--source", "r")
        try desk.run("retract", "riot", "deployed_hashrate", "--on", "2025-12").says(
            "Retracted RIOT deployed_hashrate 2025-12-31: 38.5 EH/s, reported, source r.",
            "To bring it back: minerbook undo 3")
        try desk.run("export").prints(
            Self.header, "RIOT,btc_mined,2025-12,460,BTC,,r,reported,")
        try desk.run("check").says("minerbook.db is sound.")
    }

    @Test func `if there are several figures, retract asks which one`() throws {
        try enter("460", "release")
        try enter("461", "10-K", published: "2026-02-20")
        try enter("462", "10-K", published: "2026-03-20")
        try desk.run(
            "retract", "RIOT", "btc_mined", "--on", "2025-12", "--source", "10-K", exits: 64
        )
        .says(
            "Error: there are 2 of them; say which with --source or --published-on",
            "Error: RIOT btc_mined 2025-12: 461 BTC, reported, published 2026-02-20, source "
                + "10-K",
            "Error: RIOT btc_mined 2025-12: 462 BTC, reported, published 2026-03-20, source "
                + "10-K")
        try desk.run(
            "retract", "RIOT", "btc_mined", "--on", "2025-12", "--published-on", "2026-03-20"
        ).says(
            "Retracted RIOT btc_mined 2025-12: 462 BTC, reported, published 2026-03-20, source "
                + "10-K.", "To bring it back: minerbook undo 5")
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2025-12", "--source", "10-K")
        #expect(try desk.run("export").lines.count == 2)
    }

    @Test func `undo brings a retracted figure back, and show lists both`() throws {
        try enter("460", "release")
        try enter("461", "release")
        let before = try desk.run("export").bytes
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2025-12")
        #expect(
            try desk.run("list", "imports", "--format", "csv").lines.last?.hasSuffix(
                ",retraction,,,,,,,\"RIOT btc_mined 2025-12: 461 BTC, reported, published "
                    + "2026-01-05, source release\"") == true)
        try desk.run("undo", "4").says("Import 4 undone: 0 removed, 1 restored.")
        #expect(try desk.run("export").bytes == before)
        let lines = try desk.run("show", "RIOT", "--corrections", "--format", "csv").lines
        // Without the times.
        #expect(
            lines.map { $0.replacing(/,20[0-9-]+T[0-9:]+Z/, with: "") } == [
                "metric,period,change,old,new,at,import,published_on,source",
                "btc_mined,2025-12,corrected,\"460 BTC, reported\",\"461 BTC, reported\",3,"
                    + "2026-01-05,release",
                "btc_mined,2025-12,retracted,\"461 BTC, reported\",,4,2026-01-05,release",
                "btc_mined,2025-12,undone,,\"461 BTC, reported\",4,2026-01-05,release",
            ])
        let none = try desk.run("show", "CLSK", "--corrections")
        #expect(none.stdout.hasSuffix("Nothing was corrected, retracted or undone.\n"))
        try desk.run("show", "RIOT", "--corrections", "--vintages", exits: 64).refuses(
            "Error: --corrections is about changes of the book: leave out --vintages and "
                + "--known-on.")
    }

    @Test func `if there is no such figure, retract names the nearest one`() throws {
        try enter("460", "release")
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2026-01", exits: 64).says(
            "Error: there is no figure of RIOT btc_mined 2026-01; the nearest is RIOT btc_mined "
                + "2025-12: 460 BTC, reported, published 2026-01-05, source release")
        try desk.run("retract", "RIOT", "btc_mined", "--on", "2025-12", "--source", "x", exits: 64)
            .says(
                "Error: there is no such figure of RIOT btc_mined 2025-12; there is",
                "Error: RIOT btc_mined 2025-12: 460 BTC, reported, published 2026-01-05, source "
                    + "release")
        try desk.run("retract", "RIOT", "btc_held", "--on", "2025-12", exits: 64).says(
            "Error: there is no figure of RIOT btc_held 2025-12-31; see minerbook show")
        try desk.run("retract", "ROIT", "btc_held", "--on", "2025-12", exits: 64)
            .says("Error: there is no ROIT in this book; did you mean RIOT?")
    }
}
