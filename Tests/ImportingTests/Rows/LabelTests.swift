import Importing
import Mining
import Testing

/// Texts in a column of metrics are read as headers are.
@Suite("Labels of metrics")
struct LabelTests {
    @Test func `a label has its unit as a header has`() {
        let reading = Reading(
            """
            Metric,1Q25,2Q25
            BTC mined,1530,1426
            Deployed hashrate (EH/s),33.7,35.4
            revenue [USD m],158.2,N/A
            power_price_usd_mwh,41,40.5
            """, options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.value.description) == [
                "1530 BTC", "1426 BTC", "33.7 EH/s", "35.4 EH/s", "158.2 USD m", "41 USD/MWh",
                "40.5 USD/MWh",
            ])
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Metric, 2 periods 1Q25 to 2Q25",
                "q4.csv: read the labels Deployed hashrate (EH/s) as deployed_hashrate in EH/s, "
                    + "revenue [USD m] as revenue in USD m, power_price_usd_mwh as power_price in "
                    + "USD/MWh",
            ])
    }

    @Test func `a file with one figure per row reads labels in the same way`() {
        let reading = Reading(
            """
            subject,metric,period,value,unit
            RIOT,Deployed hashrate (EH/s),2025-12-31,38.5,
            MARA,"Deployed
            hashrate (PH/s)",2025-12-31,61700,
            CLSK,Deployed hashrate (EH/s),2025-12-31,50000 PH/s,
            """)
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.value.description)
                == ["38.5 EH/s", "61700 PH/s", "50000 PH/s"])
    }

    @Test func `the mark of a footnote behind a label is left out`() {
        let reading = Reading(
            "Metric,4Q25\nBTC held (2),18005\nBTC mined*,1363\nRevenue (USD m) [1],152.8\n",
            options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.metric) == [.btcHeld, .btcMined, .revenue])
        #expect(reading.observations.last?.value.value.description == "152.8 USD m")
        let header = Reading("ticker,date,BTC held (1)\nRIOT,2025-12-31,18005\n")
        #expect(header.problems == [])
        #expect(header.observations.map(\.value.metric) == [.btcHeld])
    }

    @Test func `options say what labels mean, and which rows to ignore`() throws {
        var options = try ImportOptions.mapping(
            "Item=metric", "total REVENUES=revenue:USD m", "Comment=ignore")
        options.mappings += [
            ColumnMapping(ignoringRows: "% growth"), ColumnMapping(ignoringRows: "EBITDA"),
        ]
        options.defaults = [.subject: "RIOT"]
        let reading = Reading(
            """
            Item,1Q25,2Q25
            Total revenues,158.2,149.9
            % growth,n/a,-5.2
            EBITDA,12,13
            Comment,see note,
            % growth,1,2
            """, options: options)
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.value.description) == ["158.2 USD m", "149.9 USD m"])
        #expect(reading.counts.rows == 5)
        #expect(
            reading.diagnostics.notes == [
                "q4.csv: read Item as metric, 2 periods 1Q25 to 2Q25",
                "q4.csv: read the label Total revenues as revenue in USD m",
                "q4.csv: ignored 4 rows: % growth, EBITDA, Comment",
            ])
    }

    @Test(
        "a column of labels is found although its name does not say so",
        arguments: [
            "", "Item", "Key metrics", "Period", "Riot Platforms", "($ in thousands)",
        ])
    func corner(name: String) {
        let reading = Reading(
            "\(name),4Q25\nEBITDA,\nBTC mined,1363\n",
            options: .ignoringRows("EBITDA", subject: "RIOT"))
        #expect(reading.problems == [])
        #expect(reading.observations.map(\.value.metric) == [.btcMined])
    }

    @Test func `titles may be above an empty corner, and tickers beside the labels`() {
        let reading = Reading(
            "Quarterly model,\n,\nTicker,,4Q25\nRIOT,BTC mined,1363\nMARA,BTC held,53822\n")
        #expect(reading.problems == [])
        #expect(
            reading.observations.map { "\($0.value.subject) \($0.value.metric.code)" }
                == ["RIOT btc_mined", "MARA btc_held"])
    }

    @Test func `a column of tickers is not a column of labels`() {
        let reading = Reading("Code,4Q25\nCASH,1\nRIOT,2\n", options: .defaults([.subject: "RIOT"]))
        #expect(
            reading.problems == [
                "1: the columns are periods, but the metric is not given; give it with --metric, "
                    + "such as --metric btc_mined, or say that it is in a column with --map "
                    + "'Code=metric'"
            ])
    }

    @Test func `labels that are no metrics are one error, which names all of them once`() {
        let reading = Reading(
            """
            Metric,4Q25
            BTC mined,1363
            EBITDA,12
            Owned hashrate (EH/s),38
            BTC mind,3
            EBITDA,13
            """, options: .defaults([.subject: "RIOT"]))
        #expect(
            reading.problems == [
                "3: Metric: the labels \"EBITDA\", \"Owned hashrate (EH/s)\" and \"BTC mind\" are "
                    + "not metrics; \"Owned hashrate (EH/s)\" could be deployed_hashrate, "
                    + "managed_hashrate, hosted_hashrate, target_hashrate, operating_hashrate or "
                    + "network_hashrate; if this is what they mean, import with --map 'BTC "
                    + "mind=btc_mined', or ignore their rows with --ignore-row 'EBITDA' "
                    + "--ignore-row 'Owned hashrate (EH/s)' --ignore-row 'BTC mind'"
            ])
        #expect(reading.diagnostics.problemCount == 4)
        #expect(reading.diagnostics.coveredCount == 3)
    }

    @Test(
        "a bad label is an error that says what to do",
        arguments: [
            (
                "Metric,Unit,4Q25\nRevenue (USD m),USD k,152800\n",
                "2: Unit: \"USD k\" is not the unit in the name of the metric, USD m; "
                    + "correct one of them"
            ),
            (
                "Metric,4Q25\nRevenue (MW),152800\nRevenue (MW),1\n",
                "2: Metric: \"MW\" is a power, not an amount of money, such as 3.2 USD bn"
            ),
            (
                "Metric,4Q25\nHashrate (EH/s),38\nHashrate (EH/s),38\n",
                "2: Metric: \"Hashrate (EH/s)\" could be deployed_hashrate, managed_hashrate, "
                    + "hosted_hashrate, target_hashrate, operating_hashrate or network_hashrate; "
                    + "choose one, such as --map 'Hashrate (EH/s)=deployed_hashrate:EH/s'"
            ),
            (
                "Metric,4Q25\nBTC mined,5\n,38\n",
                "3: Metric: is empty, but every row needs it; fill it in or remove the row"
            ),
        ])
    func refused(text: String, sentence: String) {
        let reading = Reading(text, options: .defaults([.subject: "RIOT"]))
        #expect(reading.problems == [sentence])
    }

    @Test func `a name in an option that is neither a column nor a label is an error`() throws {
        var options = try ImportOptions.mapping("EBITA=ignore", "BTC mined=btc_sold")
        options.mappings.append(ColumnMapping(ignoringRows: "Metric"))
        options.defaults = [.subject: "RIOT"]
        let reading = Reading("Metric,4Q25\nBTC mined,5\nEBITDA,3\n", options: options)
        #expect(
            reading.problems == [
                "3: Metric: \"EBITDA\" is not a metric; say what it means with --map LABEL=METRIC "
                    + "(minerbook list metrics shows all metrics), or ignore its rows with --ignore-row 'EBITDA'",
                "1: --map: the files have no column or label \"EBITA\"; did you mean EBITDA?",
                "1: --ignore-row: the files have no label \"Metric\"; write it as in the file",
            ])
        let wide = Reading(
            "ticker,date,BTC held\nRIOT,2025-12-31,5\n",
            options: .ignoringRows("EBITDA", subject: "RIOT"))
        #expect(
            wide.problems == [
                "1: --ignore-row: the files have no label \"EBITDA\"; write it as in the file"
            ])
    }
}

extension ImportOptions {
    static func ignoringRows(_ labels: String..., subject: String) -> ImportOptions {
        var options = defaults([.subject: subject])
        options.mappings = labels.map { ColumnMapping(ignoringRows: $0) }
        return options
    }
}
