import Importing
import Mining
import Testing

/// Units that are written with `$` or `USD`, below texts above the table.
@Suite("Dollar signs below titles")
struct DollarSignTests {
    @Test(
        "a $ without a factor takes the factor of the title",
        arguments: [
            "($ in thousands)\nMetric,Unit,1Q25\nRevenue,$,161387\n",
            "(in thousands)\nMetric,Unit,1Q25\nRevenue,$,161387\n",
            "($ in thousands)\nMetric,1Q25\nRevenue ($),161387\n",
            "($ in thousands)\nMetric,1Q25\nRevenue,161387 $\n",
            "($ in thousands)\nDate,Revenue ($)\n2025Q1,161387\n",
            "(in thousands)\nDate,Revenue (dollars)\n2025Q1,161387\n",
            "($ in thousands)\nDate,Revenue\n,$\n2025Q1,161387\n",
            "($ in thousands)\nsubject,metric,period,value,unit\nRIOT,revenue,2025Q1,161387,$\n",
            "\"Balance sheet data ($ in thousands, except per share)\"\nDate,Revenue ($)\n2025Q1,161387\n",
        ])
    func factor(text: String) {
        let reading = Reading.ofRIOT(text)
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["revenue 161387 USD k"])
    }

    @Test func `a $ of prices has no factor`() {
        let reading = Reading.ofRIOT(
            "($ in thousands)\nDate,Cash ($),Share price ($),Total debt ($m)\n2025-12-31,5,12.67,7\n"
        )
        #expect(reading.problems == [])
        #expect(
            reading.metricsAndValues == [
                "cash 5 USD k", "share_price 12.67 USD", "total_debt 7 USD m",
            ])
    }

    @Test(
        "USD without a factor contradicts the one of the title",
        arguments: [
            ("Metric,Unit,1Q25\nRevenue,USD,161387\n", "3: Unit: \"USD\""),
            ("Metric,1Q25\nRevenue (USD),161387\n", "3: Metric: \"USD\""),
            ("Metric,1Q25\nRevenue,161387 USD\n", "3: 1Q25: \"161387 USD\""),
            ("Date,Revenue (USD)\n2025Q1,161387\n", "2: Revenue (USD): \"USD\""),
            ("Date,Revenue (US$)\n2025Q1,161387\n", "2: Revenue (US$): \"US$\""),
        ])
    func contradiction(table: String, place: String) {
        #expect(
            Reading.ofRIOT("($ in thousands)\n" + table).problems == [
                "\(place) is not the unit that \"($ in thousands)\" above the table says; correct one "
                    + "of them"
            ])
        // A title without a factor contradicts nothing.
        #expect(Reading.ofRIOT("Riot model\n" + table).metricsAndValues == ["revenue 161387 USD"])
    }

    @Test func `below a title that is not clear only --unit says what $ and USD are`() {
        let title = "\"$ in thousands, except cash\"\nDate,"
        #expect(
            Reading.ofRIOT(title + "Revenue ($)\n2025Q1,161387\n").problems == [
                "2: Revenue ($): \"$\" may mean something else below \"$ in thousands, except cash\"; "
                    + "import with --unit 'USD k' if it is that"
            ])
        #expect(
            Reading.ofRIOT(title + "Revenue ($)\n2025Q1,161387\n", unit: "USD k").metricsAndValues
                == ["revenue 161387 USD k"])
        #expect(
            Reading.ofRIOT(title + "Revenue (USD)\n2025Q1,161387\n").problems == [
                "2: Revenue (USD): \"USD\" is not the unit that \"$ in thousands, except cash\" above "
                    + "the table says; correct one of them"
            ])
        #expect(
            Reading.ofRIOT(title + "Revenue (USD)\n2025Q1,161387\n", unit: "USD").metricsAndValues
                == ["revenue 161387 USD"])
    }

    @Test(
        "below a title with another currency a $ alone is an error",
        arguments: [
            (
                "All figures in Canadian dollars\nDate,Cash ($)\n2025-12-31,5\n",
                "2: Cash ($): \"$\"", "All figures in Canadian dollars", "USD", "USD"
            ),
            (
                "All figures in Canadian dollars\nDate,Share price ($)\n2025-12-31,5\n",
                "2: Share price ($): \"$\"", "All figures in Canadian dollars", "USD", "USD"
            ),
            (
                "(in A$ millions)\nMetric,1Q25\nRevenue ($m),161.4\n",
                "3: Metric: \"$m\"", "(in A$ millions)", "USD m", "USD m"
            ),
            (
                "(in A$ millions)\nMetric,1Q25\nCash,$163.7m\n",
                "3: 1Q25: \"$163.7m\"", "(in A$ millions)", "USD m", "USD m"
            ),
            (
                "(in A$ millions)\nDate,Share price ($)\n2025-12-31,5\n",
                "2: Share price ($): \"$\"", "(in A$ millions)", "USD", "USD m"
            ),
            (
                "Currency: CAD\nMetric,Unit,1Q25\nRevenue,$m,161.4\n",
                "3: Unit: \"$m\"", "Currency: CAD", "USD", "USD"
            ),
            (
                "Currency,CAD\nTicker,Date,Cash ($m)\nRIOT,2025-12-31,5\n",
                "2: Cash ($m): \"$m\"", "Currency, CAD", "USD", "USD"
            ),
            (
                "Currency,AUD\nTicker,Date,Cash\nRIOT,2025-12-31,$309.1m\n",
                "3: Cash: \"$309.1m\"", "Currency, AUD", "USD", "USD"
            ),
            (
                "Currency: AUD\nMetric,1Q25\nPower price,45 $/MWh\n",
                "3: 1Q25: \"45 $/MWh\"", "Currency: AUD", "USD/MWh", "USD/MWh"
            ),
        ])
    func otherCurrency(text: String, place: String, title: String, unit: String, given: String) {
        let reading = Reading.ofRIOT(text)
        #expect(
            reading.problems == [
                "\(place) may mean something else below \"\(title)\"; convert it if it is in another "
                    + "currency; if it is in \(unit), import with --unit '\(given)'"
            ])
        #expect(reading.observations.isEmpty)
        let given = Reading.ofRIOT(text, unit: given)
        #expect(given.problems == [])
        #expect(given.observations.count == 1)
    }

    @Test func `a unit that names US dollars is read below another currency`() {
        let reading = Reading.ofRIOT(
            """
            Currency: CAD
            Metric,Unit,1Q25
            Revenue,USD m,161.4
            Cash,,US$163.7m
            Total debt (US$m),,5
            Power price,USD/MWh,31
            """)
        #expect(reading.problems == [])
        #expect(
            reading.metricsAndValues == [
                "revenue 161.4 USD m", "cash 163.7 USD m", "total_debt 5 USD m",
                "power_price 31 USD/MWh",
            ])
    }

    @Test func `the units of companies across follow the title`() {
        let options = ImportOptions.defaults([.metric: "revenue"])
        let table = "\nDate,RIOT ($),MARA ($)\n2025Q1,161387,213884\n"
        let reading = Reading("(in thousands)" + table, options: options)
        #expect(reading.problems == [])
        #expect(reading.metricsAndValues == ["revenue 161387 USD k", "revenue 213884 USD k"])
        #expect(
            Reading("In C$ thousands" + table, options: options).problems.first
                == "2: RIOT ($): \"$\" may mean something else below \"In C$ thousands\"; convert it if it "
                + "is in another currency; if it is in USD k, import with --unit 'USD k'")
    }
}
