import Importing
import Mining
import Testing

/// Units in the words of texts above tables with `$` amounts.
@Suite("Units above tables")
struct TableUnitTests {
    private let cells = ",4Q25\nRevenue,\"$161,388\"\n"

    @Test(
        "a known unit is read in a sentence as well as alone",
        arguments: [
            ("Income statement in $ millions", "USD m"), ("MUSD", "USD m"), ("USD'000", "USD k"),
            ("in thousands of US$ (except per share)", "USD k"), ("($ millions)", "USD m"),
            ("\"$ millions, unless stated otherwise\"", "USD m"), ("$mm unless noted", "USD m"),
            ("\"Unless stated otherwise, $ in thousands\"", "USD k"), ("k$", "USD k"),
            ("Riot Platforms - Income statement - USD millions", "USD m"), ("$’000", "USD k"),
            ("Income statement $ millions FY25", "USD m"), ("(000's omitted)", "USD k"),
            ("Model 2025 mn USD", "USD m"), ("Note 2: thousands of dollars", "USD k"),
            ("Key figures in m", "USD m"), ("(expressed in U.S. dollars)", "USD"),
            ("(in thousands for the three months ended March 31)", "USD k"),
            ("Thousands (USD)", "USD k"), ("Figures: thousands | USD", "USD k"),
            ("Amounts in thousands; currency: USD", "USD k"),
            ("Currency,USD\nUnits,Thousands", "USD k"), ("IN MILLIONS", "USD m"),
            ("\"In thousands of U.S. Dollars, except share data\"", "USD k"),
            ("\"$ in thousands, except for BTC and hashrate\"", "USD k"),
        ])
    func known(title: String, unit: String) {
        let reading = Reading.ofRIOT(title + "\nItem" + cells)
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["revenue 161388 \(unit)"])
    }

    @Test(
        "another currency makes amounts without a unit errors",
        arguments: [
            ("In C$ thousands", "USD k"), ("in A$ thousands", "USD k"), ("A $ thousands", "USD k"),
            ("CAD thousands", "USD k"), ("in AUD thousands", "USD k"), ("C$m", "USD m"),
            ("In Australian $ thousands", "USD k"), ("EUR m", "USD m"), ("GBPm", "USD m"),
            ("All amounts in C$ millions", "USD m"), ("£ in thousands", "USD k"),
            ("€m", "USD m"), ("¥", "USD"), ("HK$", "USD"), ("RMB", "USD"), ("TEUR", "USD"),
            ("RMB millions", "USD m"), ("$CAD thousands", "USD k"), ("kr millions", "USD m"),
            ("Thousands of dollars (Canadian)", "USD k"), ("in pounds", "USD"),
            ("in millions of Hong Kong dollars", "USD m"), ("Currency: TRY", "USD"),
            ("Amounts in thousands; currency: CAD", "USD k"), ("USDT", "USD"),
            ("translated from CAD", "USD"), ("USD thousands / CAD thousands", "USD k"),
        ])
    func otherCurrency(title: String, unit: String) {
        let sentence =
            "\"$161,388\" has no unit, and \"\(title)\" above the table does not clearly give it; convert it if "
            + "it is in another currency; if it is in \(unit), import with --unit '\(unit)'"
        let above = Reading.ofRIOT(title + "\nItem" + cells)
        #expect(above.problems == ["3: 4Q25: \(sentence)"])
        #expect(above.observations.isEmpty)
    }

    @Test(
        "a factor that cannot be read makes amounts without a unit errors",
        arguments: [
            ("in thousands of drams", "USD k"), ("rounded to the nearest $ thousand", "USD k"),
            ("in $ millions per EH/s", "USD m"), ("USD (m)", "USD m"), ("USD (b)", "USD bn"),
            ("thousands of BTC", "USD k"), ("hundred thousands", "USD k"),
            ("Millions FY25", "USD m"),
            ("\"$ in thousands, except cash\"", "USD k"),
            ("\"$ in thousands, except revenue in millions\"", "USD k"),
            ("in hundreds of dollars", nil), ("USD lakh", nil), ("US$ thou", nil),
            ("\"Numbers in 1,000 USD\"", nil), ("TUSD", nil), ("thsd. USD", nil),
            ("\"$ in thousands, capex in millions\"", "USD m"),
            ("Unless stated otherwise amounts are $ thousands", nil),
        ] as [(String, String?)])
    func unclear(title: String, unit: String?) {
        let remedy =
            unit.map { "import with --unit '\($0)' if it is that" }
            ?? "give the unit with --unit, such as --unit 'USD k'"
        let shown = title.replacing("\"", with: "")
        let reading = Reading.ofRIOT(title + "\nItem" + cells)
        #expect(
            reading.problems == [
                "3: 4Q25: \"$161,388\" has no unit, and \"\(shown)\" above the table does not clearly give it; "
                    + remedy
            ])
        #expect(reading.observations.isEmpty)
    }

    @Test(
        "texts that only look like units change nothing",
        arguments: [
            "Riot Platforms 2025 model", "5 million shares issued in March", "Price target $25",
            "Riot raised $500 million in March", "Includes a US$ 5 million impairment", "$RIOT",
            "Excludes C$5 million of tax", "Try our model", "A model of an AMD site", "$/MWh",
            "Operating data (b)", "Canadian sites", "Mining in Hong Kong", "Growth m/m",
            "Adjusted EBITDA excluding impairment", "(shares in thousands)", "in BTC", "in ₿",
        ])
    func noUnit(title: String) {
        let reading = Reading.ofRIOT(title + "\nItem" + cells)
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["revenue 161388 USD"])
    }

    @Test func `the corner of a table says it, too`() {
        #expect(Reading.ofRIOT("Metric ($m)" + cells).metricsAndValues == ["revenue 161388 USD m"])
        #expect(
            Reading.ofRIOT("Metric (C$ thousands)" + cells).problems == [
                "2: 4Q25: \"$161,388\" has no unit, and \"Metric (C$ thousands)\" above the table does "
                    + "not clearly give it; convert it if it is in another currency; if it is in USD k, import "
                    + "with --unit 'USD k'"
            ])
        #expect(
            Reading.ofRIOT("Metric (mm)" + cells).problems == [
                "2: 4Q25: \"$161,388\" has no unit, and \"Metric (mm)\" above the table does not clearly "
                    + "give it; import with --unit 'USD m' if it is that"
            ])
    }

    @Test func `the currency and the factor may be on two lines`() {
        #expect(
            Reading.ofRIOT("Currency,CAD\nUnits,Thousands\nItem" + cells).problems == [
                "4: 4Q25: \"$161,388\" has no unit, and \"Currency, CAD\" above the table does not clearly "
                    + "give it; convert it if it is in another currency; if it is in USD k, import with "
                    + "--unit 'USD k'"
            ])
    }

    @Test func `another currency above the first table of a file holds for all`() {
        var options = ImportOptions.defaults([.subject: "RIOT"])
        options.table = 2
        let reading = Reading(
            "All figures in C$\nMetric,Q1 2025\nRevenue,$5\n\n(in millions)\nMetric,2025-12-31\nCash,$7\n",
            options: options)
        #expect(
            reading.problems == [
                "7: 2025-12-31: \"$7\" has no unit, and \"All figures in C$\" above the table does not clearly "
                    + "give it; convert it if it is in another currency; if it is in USD m, import with "
                    + "--unit 'USD m'"
            ])
    }

    @Test func `below another currency, prices are unclear and figures with a unit are read`() {
        let title = "In C$ thousands\nItem,4Q25\n"
        #expect(
            Reading.ofRIOT(title + "Share price,$12.67\n").problems == [
                "3: 4Q25: \"$12.67\" has no unit, and \"In C$ thousands\" above the table does not clearly "
                    + "give it; convert it if it is in another currency; if it is in USD, import with --unit "
                    + "'USD k'"
            ])
        let reading = Reading.ofRIOT(
            title + "Cash (USD k),5\nBTC mined,6\nDeployed hashrate (EH/s),7\n")
        #expect(reading.problems == [])
        #expect(
            reading.metricsAndValues == [
                "cash 5 USD k", "btc_mined 6 BTC", "deployed_hashrate 7 EH/s",
            ])
    }

    @Test(
        "--unit settles a text that is not clear",
        arguments: ["In C$ thousands", "USD lakh", "\"$ in thousands, capex in millions\""])
    func option(title: String) {
        let reading = Reading.ofRIOT(title + "\nItem" + cells, unit: "USD m")
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["revenue 161388 USD m"])
    }

    @Test(
        "shares may have a factor of their own",
        arguments: [
            "($ in thousands; shares in millions)", "(shares in millions)",
            "\"(In thousands, except shares, which are in millions)\"",
        ])
    func shares(title: String) {
        let text = title.replacing("\"", with: "")
        #expect(
            Reading.ofRIOT(title + "\nItem,4Q25\nShares outstanding,372\nCash,$5\n").problems == [
                "3: 4Q25: \"372\" has no unit, and \"\(text)\" above the table does not clearly give it; import "
                    + "with --unit 'shares m' or --unit shares"
            ])
    }

    @Test(
        "a title of rows with another unit than the table is an error",
        arguments: [
            "Income statement in $ millions", "All amounts in C$ millions", "EUR m", "¥",
            "Income statement (USD)", "in U.S. dollars", "in thousands of drams", "USD lakh",
            "(shares in millions)",
        ])
    func otherSection(title: String) {
        let reading = Reading.ofRIOT(
            "Balance sheet ($ in thousands)\nItem,4Q25\nCash,$161\n\(title),\nRevenue,$153\n")
        #expect(
            reading.problems == [
                "4: Item: \"\(title)\" gives a unit that the texts above the table do not; write the "
                    + "unit into the labels of its rows, and remove it here"
            ])
    }

    @Test(
        "a title of rows with the unit of the table or an amount is passed over",
        arguments: [
            "Income statement (in thousands)", "Income statement in $ thousands", "USD k",
            "(1) Excludes $5 million of impairment", "Operating data (b)",
            "\"(in thousands, except per share data)\"",
        ])
    func sameSection(title: String) {
        let reading = Reading.ofRIOT(
            "Balance sheet ($ in thousands)\nItem,4Q25\nCash,$161\n\(title),\nRevenue,$153\n")
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["cash 161 USD k", "revenue 153 USD k"])
    }
}
