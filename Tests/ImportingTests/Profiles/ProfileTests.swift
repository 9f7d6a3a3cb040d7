import CSV
import Foundation
import Importing
import Mining
import Testing

/// The text of profiles, and what goes before them.
@Suite("Profiles")
struct ProfileTests {
    let prices = """
        # Prices of a data site.
        about: my prices
        subject: from file name
        map: Date=period
        map: Close=share_price:USD
        other-columns: ignore

        """

    func read(
        _ text: String, _ profile: String, name: String = "RIOT.csv", roster: Roster = .miners,
        _ options: ImportOptions = ImportOptions()
    ) throws -> Reading {
        var options = options
        options.adopt(try .reading(profile))
        return Reading(Array(text.utf8), name: name, roster: roster, options: options)
    }

    @Test func `a profile has a description`() throws {
        let profile = try Profile.reading(prices)
        #expect(profile.name == "mine.profile")
        #expect(profile.about == "my prices")
        #expect(profile.subject == "from file name")
        #expect(profile.metrics == ["share_price"])
        let others = try Profile.reading("\u{FEFF}SUBJECT : BTC\r\nmap: a = blocks\nmap: b=blocks")
        #expect(others.subject == "BTC")
        #expect(others.metrics == ["blocks"])
        #expect(try Profile.reading("").subject == nil)
    }

    @Test func `every setting is applied`() throws {
        let profile = """
            metric: btc_mined
            unit: BTC
            period: 2025-12
            published-on: 2026-01-05
            source: a: b # c
            status: estimated
            map: Firma=subject
            map: Wert=value
            ignore-column: Rang
            delimiter: semicolon
            encoding: utf-16le
            skip-lines: 1
            subject-suffix: .US
            subject-suffix: .OQ
            subject-name: Riot Inc=RIOT
            require: Art=T
            """
        let file = "Titel\nFirma;Wert;Rang;Art\nriot.us;1;1;T\nMARA.OQ;2;2;t\nRIOT INC;3;3;T\n"
        var options = ImportOptions()
        options.adopt(try .reading(profile))
        let reading = Reading(
            file.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, options: options)
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.subject) == ["RIOT", "MARA", "RIOT"])
        let first = try #require(reading.observations.first?.value)
        #expect(first.metric == .btcMined)
        #expect(first.value.description == "1 BTC")
        #expect(first.period == period("2025-12"))
        #expect(first.publishedOn == day("2026-01-05"))
        #expect(first.source == "a: b # c")
        #expect(first.status == .estimated)
    }

    @Test func `every setting is documented`() throws {
        let page = try String(
            contentsOf: repositoryFolder.appending(path: "docs/profiles/your-own.md"),
            encoding: .utf8)
        let keys = page.split(separator: "\n").filter { $0.hasPrefix("| `") }
            .flatMap { $0.split(separator: "|")[0].split(separator: "`").map(String.init) }
        for setting in ProfileSetting.allCases { #expect(keys.contains(setting.rawValue)) }
    }

    @Test func `date order, time zone and header are settings`() throws {
        let profile = """
            subject: BTC
            no-header: yes
            map: column 1=period
            map: column 2=btc_price:USD/BTC
            date-order: mdy
            timezone: +01:00
            """
        #expect(
            try read("01/02/2025 23:00,1\n", profile).observations.map(\.value.period)
                == [period("2025-01-03")])
    }

    @Test func `the decimal mark is a setting that an option overrides`() throws {
        let profile = prices + "decimal: comma\n"
        let file = "Date;Close\n2025-01-02;1.012,5\n"
        let reading = try read(file, profile)
        #expect(reading.observations.map(\.value.value.description) == ["1012.5 USD"])
        var options = ImportOptions()
        options.decimal = .point
        #expect(
            try read(file, profile, options).diagnostics.problems.map(\.reason) == [
                .misplacedComma("1.012,5")
            ])
    }

    @Test func `a first row with a decimal comma looks like data`() throws {
        let profile = """
            subject: BTC
            header: maybe
            decimal: comma
            delimiter: semicolon
            map: column 1=ignore
            map: column 2=btc_price:USD/BTC
            period: 2025-12-31
            """
        #expect(
            try read("x;87.500,5\n", profile).observations.map(\.value.value.description)
                == ["87500.5 USD/BTC"])
    }

    @Test(
        "an error in a profile is reported with its line",
        arguments: [
            (
                "foo: 1",
                "\"foo\" is not a setting, such as map or subject; docs/profiles/your-own.md "
                    + "lists them all"
            ),
            (
                "subjekt: BTC",
                "\"subjekt\" is not a setting, such as map or subject; did you mean subject?"
            ),
            (
                "map Date=period",
                "\"map Date=period\" is not a setting, such as map or subject; "
                    + "docs/profiles/your-own.md lists them all"
            ),
            (
                "subject:",
                "\"subject\" has no value; write one after the colon, or remove the line"
            ),
            ("metric: btc_mind", "\"btc_mind\" is not a metric; did you mean btc_mined?"),
            ("unit: furlong", "\"furlong\" is not a unit, such as EH/s or USD bn"),
            (
                "period: soon",
                "\"soon\" is not a period, such as 2025-12-31, 2025-12, 2025Q4, 2025, "
                    + "FY26Q1 or 2026-01-01/2026-01-15"
            ),
            ("published-on: soon", "\"soon\" is not a day, such as 2025-12-31"),
            (
                "status: sure",
                "\"sure\" is not a status: reported, preliminary, restated, aggregated or estimated"
            ),
            (
                "map: Close",
                "\"Close\" is not COLUMN=MEANING, such as 'Hash "
                    + "Rate=deployed_hashrate:TH/s', Date=period or Volume=ignore"
            ),
            (
                "map: Close=share_prise",
                "\"share_prise\" is not a metric, a known column name or ignore; did you mean "
                    + "share_price?"
            ),
            ("delimiter: dot", "\"dot\" is not comma, semicolon, tab or pipe"),
            ("encoding: latin1", "\"latin1\" is not utf-8, utf-16le, utf-16be or windows-1252"),
            ("skip-lines: -1", "\"-1\" is not a number of lines"),
            ("skip-lines: x", "\"x\" is not a number of lines"),
            ("no-header: no", "\"no\" is not yes"),
            ("header: no", "\"no\" is not maybe"),
            ("date-order: dym", "\"dym\" is not ymd, dmy or mdy"),
            ("timezone: CET", "\"CET\" is not an offset from UTC, such as +01:00"),
            ("decimal: ,", "\",\" is not point or comma"),
            ("other-columns: drop", "\"drop\" is not ignore"),
            ("subject-name: BTCUSD", "\"BTCUSD\" is not NAME=SUBJECT, such as BTCUSD=BTC"),
            ("require: =D", "\"=D\" is not COLUMN=TEXT, such as <PER>=D"),
            (
                "about: a\u{7}b",
                "\"a\\u{7}b\" contains a hidden character or a line break; "
                    + "remove it"
            ),
        ])
    func mistakes(line: String, sentence: String) {
        var diagnostics = Diagnostics()
        #expect(Profile("mine.profile", "\n# x\n\(line)\n", reporting: &diagnostics) == nil)
        #expect(diagnostics.problems.map(\.description) == ["mine.profile:3: \(sentence)"])
    }

    @Test func `all errors of a profile are reported, including a repeated setting`() {
        var diagnostics = Diagnostics()
        #expect(Profile("p", "subject: A\nfoo: 1\nsubject: B\n", reporting: &diagnostics) == nil)
        #expect(
            diagnostics.problems.map(\.description) == [
                "p:2: \"foo\" is not a setting, such as map or subject; "
                    + "docs/profiles/your-own.md lists them all",
                "p:3: \"subject\" is already set on line 1; keep only one of "
                    + "them",
            ])
    }

    @Test func `options override the profile`() throws {
        let profile =
            prices
            + "source: Site\nstatus: aggregated\ndelimiter: comma\nskip-lines: 0\ndate-order: dmy\n"
        var options = ImportOptions(delimiter: .semicolon, skippedLines: 1)
        options.defaults = [.subject: "MARA", .source: "Mine"]
        options.dateOrder = .mdy
        options.mappings = [try ColumnMapping("Adj=share_price:USD")]
        let reading = try read("x\nDate;Close;Adj\n01/02/2025;12;11\n", profile, options)
        let value = try #require(reading.observations.first?.value)
        #expect(value.subject == "MARA")
        #expect(value.source == "Mine")
        #expect(value.status == .aggregated)
        #expect(value.period == period("2025-01-02"))
        #expect(value.value.description == "11 USD")
        #expect(reading.diagnostics.notes.last == "RIOT.csv: ignored the column Close")
    }

    @Test func `ignoring the only column of a profile leaves nothing to read`() throws {
        var options = ImportOptions()
        options.mappings = [ColumnMapping(ignoring: "Close")]
        #expect(
            try read("Date,Close\n2025-01-02,12\n", prices, options).problems(of: 1) == [
                "\"Date,Close\" has no column of figures that the profile mine.profile knows; "
                    + "it reads Close; choose another profile from minerbook list profiles, or "
                    + "give a column a meaning with --map"
            ])
    }

    @Test
    func
        `columns of a profile may be missing, and other columns are errors unless it ignores them`()
        throws
    {
        let profile = "subject: BTC\nmap: Close=btc_price:USD/BTC\nmap: Last=btc_price:USD/BTC\n"
        let reading = try read("Date,Last\n2025-01-02,12\n", profile)
        #expect(reading.observations.map(\.value.value.description) == ["12 USD/BTC"])
        #expect(
            try read("Date,Last,Vol\n2025-01-02,12,1\n", profile).problems(of: 1) == [
                "is not a known column; say what it means with --map COLUMN=MEANING, or ignore it "
                    + "with --ignore-column 'Vol'"
            ])
    }

    @Test func `with header: maybe, the first record is a header unless it looks like data`() throws
    {
        let profile =
            "subject: BTC\nheader: maybe\nmap: x=period\nmap: y=blocks\nmap: column "
            + "1=period\nmap: column 2=blocks\n"
        for text in ["x,y\n2025-01-02,144\n", "2025-01-02,144\n", "Y,X\n144,2025-01-02\n"] {
            let reading = try read(text, profile)
            #expect(
                reading.observations.map(\.value.value.description) == ["144 blocks"], "\(text)")
        }
        #expect(
            try read("time,height\n2025-01-02,144\n", profile).problems(of: 1) == [
                "\"time,height\" has no column of figures that the profile mine.profile knows; "
                    + "it reads y; choose another profile from minerbook list profiles, or give "
                    + "a column a meaning with --map"
            ])
    }

    @Test func `a required column may also have a meaning`() throws {
        let profile = "map: Symbol=subject\nmap: Close=share_price:USD\nrequire: Symbol=RIOT\n"
        let reading = try read(
            "Symbol,Date,Close\nriot,2025-01-02,12\nMARA,2025-01-02,9\n", profile)
        #expect(reading.observations.map(\.value.subject) == ["RIOT"])
        #expect(
            reading.problems(of: 3) == [
                "Symbol is \"MARA\", but the profile only takes rows with RIOT; remove this row"
            ])
    }

    @Test func `a column of row numbers counts before a profile's column 1`() throws {
        let profile = prices + "map: column 1=period\n"
        let reading = try read(",Date,Close\n0,2025-01-02,12\n1,2025-01-03,13\n", profile)
        #expect(
            reading.observations.map(\.value.period.description) == ["2025-01-02", "2025-01-03"])
    }
}
