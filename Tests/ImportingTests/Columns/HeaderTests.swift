import Importing
import Mining
import Testing

@Suite("Headers")
struct HeaderTests {
    @Test(
        "a file's kind follows from its header",
        arguments: [
            ("ticker,name,country,exchange,fiscal_year_end,parent,cik,note", .companies),
            ("ticker,name,country,exchange,fiscal_year_end,parent,note", .companies),
            ("ticker,name", .companies),
            ("note,name,ticker", .companies),
            ("alias,ticker,valid_from,valid_to,note", .aliases),
            ("ticker,alias", .aliases),
            ("ticker,from,ads_ratio,split,source,note", .shareBasis),
            ("ticker,split", .shareBasis),
            ("group,ticker,joined_on,left_on,note", .groups),
            ("note,left_on,ticker,group", .groups),
            (
                "subject,metric,period,value,unit,published_on,source,status,note", .observations
            ),
            ("ticker,metric,period,value", .observations),
            ("company,metric,period,value,unit", .observations),
            ("value,period,metric,SUBJECT", .observations),
            ("Subject, Metric ,PERIOD,Value,Published on,  Source", .observations),
            ("ticker,company,metric,period,value,unit", .observations),
            ("ticker,date,deployed_hashrate (EH/s)", .observations),
            ("Company,Quarter,Market cap (USD bn),Note", .observations),
            ("date,RIOT BTC held,ticker,BTC held", nil),
            ("publisher,subject,figure,on,since,value,unit,published_on,source,note", .claims),
            ("value,on,figure,subject,publisher", .claims),
        ] as [(String, FileKind?)])
    func kinds(header: String, kind: FileKind?) {
        let reading = Reading(header + "\n")
        #expect(reading.kind == kind)
        #expect(reading.problems.isEmpty == (kind != nil))
    }

    @Test func `files are applied in the order of their kinds`() {
        #expect(
            FileKind.allCases.sorted()
                == [.companies, .aliases, .shareBasis, .groups, .observations, .claims])
    }

    @Test(
        "a column is a metric if its name is a metric's code or name, with its unit",
        arguments: [
            ("Deployed hashrate (EH/s)", .deployedHashrate, "1", "1 EH/s"),
            ("deployed_hashrate [EH/s]", .deployedHashrate, "1", "1 EH/s"),
            ("DEPLOYED  HASHRATE ( eh )", .deployedHashrate, "1", "1 EH/s"),
            ("Market cap (USD bn)", .marketCap, "1", "1 USD bn"),
            ("Market capitalization ($ billions)", .marketCap, "1", "1 USD bn"),
            ("Market capitalization (USD billion)", .marketCap, "1", "1 USD bn"),
            ("market_cap_usd_bn", .marketCap, "1", "1 USD bn"),
            ("operating_hashrate_ehs", .operatingHashrate, "1", "1 EH/s"),
            ("power_price_usd_mwh", .powerPrice, "1", "1 USD/MWh"),
            ("power_price_usd_per_mwh", .powerPrice, "1", "1 USD/MWh"),
            ("fleet_efficiency_j_th", .fleetEfficiency, "1", "1 J/TH"),
            ("power_cost_per_btc_usd", .powerCostPerBtc, "1", "1 USD/BTC"),
            ("BTC held", .btcHeld, "1", "1 BTC"),
            ("BTC held (BTC)", .btcHeld, "1", "1 BTC"),
            ("btc_mined", .btcMined, "1", "1 BTC"),
            ("Deployed Hash Rate (EH/s)", .deployedHashrate, "1", "1 EH/s"),
            ("energized_hash_rate_ehs", .deployedHashrate, "1", "1 EH/s"),
            ("Marketcap (USD bn)", .marketCap, "1", "1 USD bn"),
            ("Bitcoin produced", .btcMined, "1", "1 BTC"),
            ("Shares outstanding", .sharesOutstanding, "1", "1 shares"),
            ("Shares outstanding (m)", .sharesOutstanding, "1", "1 shares m"),
            ("AI/HPC revenue (USD m)", .hpcRevenue, "1", "1 USD m"),
            ("Restricted cash (USD m)", .restrictedCash, "1", "1 USD m"),
            ("Remaining performance obligations (USD bn)", .hpcBacklog, "1", "1 USD bn"),
            ("hpc_backlog_usd_bn", .hpcBacklog, "1", "1 USD bn"),
            ("Deployed hashrate", .deployedHashrate, "1 EH/s", "1 EH/s"),
            ("Deployed hashrate (PH/s)", .deployedHashrate, "1 EH/s", "1 EH/s"),
        ] as [(String, Metric, String, String)])
    func metricColumns(name: String, metric: Metric, cell: String, printed: String) {
        let reading = Reading("ticker,date,\(name)\nRIOT,2025-12-31,\(cell)\n")
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.metric) == [metric])
        #expect(reading.observations.map(\.value.value.description) == [printed])
    }

    @Test(
        "a bad header is an error that says what to do",
        arguments: [
            (
                "subject,period,value,unit",
                [
                    "1: observations in rows need the column metric; the usual header is "
                        + "subject,metric,period,value,unit,published_on,source,status,note; or "
                        + "set --metric for all rows"
                ]
            ),
            (
                "valid_from,valid_to",
                [
                    "1: aliases need the columns alias and ticker; the usual header is "
                        + "alias,ticker,valid_from,valid_to,note"
                ]
            ),
            (
                "figure,value",
                [
                    "1: claims need the columns publisher, subject and on; the usual header is "
                        + "publisher,subject,figure,on,since,value,unit,published_on,source,note"
                ]
            ),
            (
                "ticker,deployed_hashrate (EH/s)",
                [
                    "1: observations in columns need the column period; the usual header is "
                        + "ticker,date,deployed_hashrate (EH/s),market_cap (USD bn),…; or set "
                        + "--period for all rows"
                ]
            ),
            (
                "date,deployed_hashrate (EH/s)",
                [
                    "1: observations in columns need the column subject; the usual header is "
                        + "ticker,date,deployed_hashrate (EH/s),market_cap (USD bn),…; or set "
                        + "--subject for all rows"
                ]
            ),
            (
                "ticker,date,note",
                [
                    "1: there is no column of figures; name a column for each metric, with its "
                        + "unit, such as deployed_hashrate (EH/s)"
                ]
            ),
            (
                "subject,metric,period,value,unti",
                [
                    "1: unti: is not a known column; did you mean unit? Then import with --map "
                        + "'unti=unit', or ignore it with --ignore-column 'unti'"
                ]
            ),
            (
                "ticker,name,ceo",
                [
                    "1: ceo: is not a known column; say what it means with --map COLUMN=MEANING, "
                        + "or ignore it with --ignore-column 'ceo'"
                ]
            ),
            (
                "ticker,date,Deployd hashrate (EH/s)",
                [
                    "1: Deployd hashrate (EH/s): is not a known column; did you mean "
                        + "deployed_hashrate? Then import with --map 'Deployd hashrate "
                        + "(EH/s)=deployed_hashrate:EH/s', or ignore it with --ignore-column "
                        + "'Deployd hashrate (EH/s)'"
                ]
            ),
            (
                "ticker,date,efficiency (J/TH)",
                [
                    "1: efficiency (J/TH): is not a known column; did you mean fleet_efficiency? "
                        + "Then import with --map 'efficiency (J/TH)=fleet_efficiency:J/TH', or "
                        + "ignore it with --ignore-column 'efficiency (J/TH)'"
                ]
            ),
            (
                "ticker,date,hashrate_ehs",
                [
                    "1: hashrate_ehs: \"hashrate\" could be deployed_hashrate, "
                        + "managed_hashrate, hosted_hashrate, target_hashrate, "
                        + "operating_hashrate or network_hashrate; choose one, such as --map "
                        + "'hashrate_ehs=deployed_hashrate:ehs'"
                ]
            ),
            (
                "ticker,date,Hashrate",
                [
                    "1: Hashrate: \"Hashrate\" could be deployed_hashrate, managed_hashrate, "
                        + "hosted_hashrate, target_hashrate, operating_hashrate or "
                        + "network_hashrate; choose one, such as --map "
                        + "'Hashrate=deployed_hashrate'"
                ]
            ),
            (
                "ticker,date,Deployed hashrate (MW)",
                [
                    "1: Deployed hashrate (MW): \"MW\" is a power, not a hashrate, such as "
                        + "38.5 EH/s"
                ]
            ),
            (
                "ticker,date,Deployed hashrate (EHs/s)",
                [
                    "1: Deployed hashrate (EHs/s): \"EHs/s\" is not a unit of a hashrate; did "
                        + "you mean EH/s?"
                ]
            ),
            (
                "ticker,date,period,BTC held",
                ["1: period: has the same meaning as the column \"date\"; keep only one of them"]
            ),
            (
                "ticker,date,Market cap (USD),Market capitalization (USD bn)",
                [
                    "1: Market capitalization (USD bn): has the same meaning as the column "
                        + "\"Market cap (USD)\"; keep only one of them"
                ]
            ),
            (
                "subject,ticker,metric,period,value",
                ["1: ticker: has the same meaning as the column \"subject\"; keep only one of them"]
            ),
            (
                "ticker,name,,note",
                [
                    "1: column 3 has no name; name it in the header, say what it means with --map "
                        + "COLUMN=MEANING, or ignore it with --ignore-column 'column 3'"
                ]
            ),
            (
                "date,close,volume",
                [
                    "1: \"date,close,volume\" is not a known header; known headers are "
                        + "ticker,name,country,exchange,fiscal_year_end,parent,cik,note "
                        + "(companies); alias,ticker,valid_from,valid_to,note (aliases); "
                        + "ticker,from,ads_ratio,split,source,note (share basis); "
                        + "group,ticker,joined_on,left_on,note (groups); "
                        + "subject,metric,period,value,unit,published_on,source,status,note "
                        + "(observations in rows); ticker,date,deployed_hashrate "
                        + "(EH/s),market_cap (USD bn),… (observations in columns); "
                        + "ticker,2025Q3,2025Q4,… (observations with periods as columns); "
                        + "date,RIOT,MARA,… (observations with companies as columns); "
                        + "publisher,subject,figure,on,since,value,unit,published_on,source,note "
                        + "(claims); if there are lines before the header, give their number "
                        + "with --skip-lines"
                ]
            ),
            (
                "tickr,metric,perod,value",
                [
                    "1: observations in rows need the columns subject and period; the usual "
                        + "header is "
                        + "subject,metric,period,value,unit,published_on,source,status,note; or "
                        + "set --subject and --period for all rows",
                    "1: the columns \"tickr\" and \"perod\" are not known; if this is what they "
                        + "mean, import with --map 'tickr=ticker' --map 'perod=period', or ignore "
                        + "them with --ignore-column 'tickr' --ignore-column 'perod'",
                ]
            ),
        ])
    func refused(header: String, sentences: [String]) {
        let reading = Reading(header + "\nRIOT,2025-12-31,1\n")
        #expect(reading.kind == nil)
        #expect(reading.problems == sentences)
        #expect(reading.counts == ImportCounts())
    }

    @Test func `an empty file is refused`() {
        let sentence =
            "1: the file is empty; begin it with a header, such as "
            + "subject,metric,period,value,unit,published_on,source,status,note"
        #expect(Reading("").problems == [sentence])
        #expect(Reading("\n\n").problems == [sentence])
    }

    @Test func `a file with only a header is a warning`() {
        let reading = Reading("ticker,name\n")
        #expect(reading.problems.isEmpty)
        #expect(reading.diagnostics.warningCount == 1)
        #expect(
            reading.diagnostics.warnings.map(\.description)
                == ["q4.csv:1: there are no rows below the header"])
    }

    @Test func `a byte order mark and blank lines before the header are skipped`() {
        let reading = Reading("\u{FEFF}\n\nsubject,metric,period,value\nRIOT,btc_mined,2025,7l3\n")
        #expect(reading.reasons == [.notValue("7l3", .bitcoin)])
        #expect(reading.diagnostics.problems.first?.line == 4)
    }

    @Test func `beside a ticker, the company's name does not identify the subject`() {
        let reading = Reading(
            """
            company,ticker,date,BTC held
            Whoever Inc.,RIOT,2025-12-31,18005
            """)
        #expect(reading.problems.isEmpty)
        #expect(reading.observations.map(\.value.subject) == ["RIOT"])
    }
}
