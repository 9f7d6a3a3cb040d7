import CSV
import Importing
import Mining
import TestSupport
import Testing

/// What is written as long CSV reads back as it was.
@Suite("Round trip")
struct RoundTripTests {
    @Test func `thousands of observations in all units read back as they were`() throws {
        var generator = SeededGenerator(seed: 2026)
        var observations: [Observation] = []
        for metric in Metric.allCases {
            for unit in Unit.allCases where unit.dimension == metric.dimension {
                for _ in 0..<60 { observations.append(try random(metric, unit, &generator)) }
            }
        }
        observations.shuffle(using: &generator)
        #expect(observations.count > 5000)

        var writer = CSVWriter()
        for name in LongCSV.names { writer.append(text: name) }
        writer.endRow()
        for observation in observations { LongCSV.append(observation, to: &writer) }

        let reading = Reading(writer.output)
        #expect(reading.problems == [])
        #expect(reading.counts.rounded == 0)
        #expect(reading.observations.map(\.value) == observations)
    }

    private func random(
        _ metric: Metric, _ unit: Unit, _ generator: inout SeededGenerator
    ) throws -> Observation {
        let subject =
            switch metric.subjects.randomElement(using: &generator) {
            case .network: "BTC"
            case .group: "us-listed"
            default: ["RIOT", "MARA", "CLSK"].randomElement(using: &generator) ?? "RIOT"
            }
        let first = Day.firstOfBitcoin.advanced(by: .random(in: 0...2_918_000, using: &generator))
        let period = Period(first, first.advanced(by: .random(in: 0...400, using: &generator)))
        let decimals = Int.random(in: 0...unit.exponent, using: &generator)
        let place = Int64(powerOfTen(unit.exponent - decimals))
        // As often small as large, so that numbers of all lengths come up.
        let largest = (Int64.max / place) >> Int64.random(in: 0...60, using: &generator)
        let least = metric.mayBeNegative ? -largest : 0
        let base = Int64.random(in: least...largest, using: &generator) * place
        let texts = ["", "a, b", "say \"x\"", "ümlaut – ₿", "=1+1", "https://x.example/?a=1&b=2"]
        return Observation(
            subject: subject, metric: metric,
            period: period.map { metric.kind == .instant ? Period(day: $0.last) : $0 }
                ?? Period(day: first),
            value: try #require(quantity(base, unit, decimals)),
            publishedOn: Bool.random(using: &generator) ? max(first, .firstOfPublication) : nil,
            source: texts.randomElement(using: &generator) ?? "",
            status: Status.allCases.randomElement(using: &generator) ?? .reported,
            note: texts.randomElement(using: &generator).flatMap { $0.isEmpty ? nil : $0 })
    }
}

/// Long CSV as `export` writes it.
enum LongCSV {
    static let names = [
        "subject", "metric", "period", "value", "unit", "published_on", "source", "status", "note",
    ]

    static func append(_ observation: Observation, to writer: inout CSVWriter) {
        writer.append(text: observation.subject)
        writer.append(text: observation.metric.code)
        writer.append(text: observation.period.description)
        writer.append(number: observation.value.number.description)
        writer.append(text: observation.value.unit.code)
        writer.append(text: observation.publishedOn?.description ?? "")
        writer.append(text: observation.source)
        writer.append(text: observation.status.name)
        writer.append(text: observation.note ?? "")
        writer.endRow()
    }
}
