import Importing
import Mining
import TestSupport
import Testing

@Suite("Observations in columns")
struct WideTests {
    @Test func `each figure of a row is an observation with the row's provenance`() {
        let reading = Reading(
            """
            ticker,date,Deployed hashrate (EH/s),Market cap (USD bn),Status,Published on,Source,Note
            RIOT,2026-01-15,38.5,5.5,estimated,2026-01-16,allocation,"second, as published"
            MARA,2026-01-15,61.7,,,,,
            """)
        #expect(reading.problems == [])
        #expect(reading.counts.rows == 2)
        #expect(reading.counts.values == 3)
        #expect(reading.counts.missing == 1)
        #expect(reading.observations.map(\.line) == [2, 2, 3])
        #expect(
            reading.observations.map(\.value.value.description)
                == ["38.5 EH/s", "5.5 USD bn", "61.7 EH/s"])
        for observation in reading.observations.prefix(2).map(\.value) {
            #expect(observation.subject == "RIOT")
            #expect(observation.status == .estimated)
            #expect(observation.publishedOn == day("2026-01-16"))
            #expect(observation.source == "allocation")
            #expect(observation.note == "second, as published")
        }
        #expect(reading.observations[2].value.status == .reported)
    }

    @Test func `an empty figure is missing, not zero, and a row may have only missing ones`() {
        let reading = Reading(
            """
            ticker,month,BTC mined,BTC held
            RIOT,2025-12,,
            MARA,2025-12,N/A,–
            CLSK,2025-12,0,
            """)
        #expect(reading.problems == [])
        #expect(reading.counts.missing == 5)
        #expect(reading.observations.map(\.value.value) == [quantity(0, .bitcoin, 0)])
    }

    @Test func `flows keep the period, and figures at a date get its last day`() {
        let reading = Reading("company,quarter,BTC mined,BTC held\nIREN,FY26Q1,2027,0\n")
        #expect(reading.problems == [])
        #expect(
            reading.observations.map(\.value.period) == [period("2025Q3"), period("2025-09-30")])
    }

    @Test(
        "the column of periods has several names",
        arguments: ["date", "period", "on", "month", "quarter", "day", "Date", " PERIOD "])
    func periodNames(name: String) {
        let reading = Reading("ticker,\(name),BTC held\nRIOT,2025-12-31,1\n")
        #expect(reading.problems == [])
        #expect(reading.counts.values == 1)
    }

    @Test func `a row with a bad figure is left out as a whole`() {
        let reading = Reading(
            """
            ticker,date,Deployed hashrate (EH/s),BTC held,Market cap
            RIOT,2026-01-15,38.5,7l3,5.5
            MARA,2026-01-15,61.7,1,$5 bn
            """)
        #expect(
            reading.problems == [
                #"2: BTC held: "7l3" is not an amount of bitcoin, such as 712.53 BTC"#,
                #"2: Market cap: "5.5" has no unit, such as USD"#,
            ])
        #expect(reading.observations.map(\.line) == [3, 3, 3])
        #expect(reading.counts.values == 3)
        #expect(reading.counts.rejected == 1)
    }

    @Test func `a figure of a metric that the subject cannot have is an error, unless it is empty`()
    {
        let reading = Reading(
            """
            subject,date,BTC held,btc_price
            RIOT,2025-12-31,18005,
            BTC,2025-12-31,,88000 USD/BTC
            BTC,2025-12-31,1,
            """)
        #expect(reading.counts.values == 2)
        #expect(
            reading.problems == [
                #"4: BTC held: "BTC" is the network, but btc_held is a metric of a company; "#
                    + "correct the subject or the metric"
            ])
    }

    @Test func `the order of columns only changes the order of a row's figures`() {
        let columns = [
            ("ticker", "RIOT"), ("date", "2026-01-15"), ("deployed_hashrate (EH/s)", "38.5"),
            ("btc_held", "18005"), ("market_cap_usd_bn", "5.5"), ("cash (USD m)", ""),
            ("source", "s"), ("status", "estimated"), ("note", ""), ("published_on", ""),
        ]
        var generator = SeededGenerator(seed: 11)
        var readings: Set<Set<Observation>> = []
        for _ in 0..<200 {
            let shuffled = columns.shuffled(using: &generator)
            let reading = Reading(
                shuffled.map(\.0).joined(separator: ",") + "\n"
                    + shuffled.map(\.1).joined(separator: ","))
            #expect(reading.problems == [])
            readings.insert(Set(reading.observations.map(\.value)))
        }
        #expect(readings.count == 1)
        #expect(readings.first?.count == 3)
    }
}
