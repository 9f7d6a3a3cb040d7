import Mining
import TestSupport
import Testing

@testable import Importing

@Suite("Numeric dates")
struct NumericDateTests {
    /// A text that looks like a date: mostly well formed, with any number of digits and any marks.
    private static func text(_ generator: inout SeededGenerator) -> String {
        let digits = Array("00112233456789")
        let marks = ["/", ".", "-", "/", ".", "-", " ", ",", "//", " / ", ":", ""]
        let usual = marks[Int.random(in: 0..<3, using: &generator)]
        func mark() -> String {
            Int.random(in: 0..<12, using: &generator) > 0
                ? usual : marks[Int.random(in: marks.indices, using: &generator)]
        }
        func number(_ lengths: [Int]) -> String {
            let length = lengths[Int.random(in: lengths.indices, using: &generator)]
            return String(
                (0..<length).map { _ in digits[Int.random(in: digits.indices, using: &generator)] })
        }
        let (first, second, year) = (
            number([1, 2, 2, 2, 3]), number([1, 2, 2, 2, 0]), number([4, 4, 4, 2, 3])
        )
        return first + mark() + second + mark() + (year.count == 4 ? "2" + year.dropFirst() : year)
    }

    @Test func `the fast path reads what the general path reads, and nothing else`() {
        var generator = SeededGenerator(seed: 31)
        var days = 0
        for _ in 0..<50_000 {
            let text = Self.text(&generator)
            let general = DateText(text)
            guard let date = NumericDate(Array(text.utf8).span) else { continue }
            #expect(general?.kind == .ordered, "\(text)")
            for order in DateOrder.allCases {
                #expect(date.day(in: order) == general?.readings[order], "\(text) \(order)")
            }
            #expect(PeriodText(text) == nil, "\(text)")
            days += date.day(in: .dmy) == nil ? 0 : 1
        }
        #expect(days > 2_000)
    }

    @Test func `arbitrary bytes are read like their text`() {
        var generator = SeededGenerator(seed: 12)
        let alphabet = Array("0123456789/.-'T :,\u{FF}".utf8) + [0, 0x80, 0xFF]
        for _ in 0..<50_000 {
            let bytes = generator.array(of: alphabet, upTo: 12)
            guard let date = NumericDate(bytes.span) else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(DateText(text)?.readings[.dmy] == date.day(in: .dmy), "\(text)")
        }
    }

    @Test(
        "a form that only the general path reads is not a numeric date",
        arguments: [
            "", "1", "31/12/25", "2025/12/31", "31/12/2025 ", "31 / 12 / 2025", "31/12.2025",
            "/12/2025", "31//2025", "031/2/2025", "31/012/2025", "31/12/20251", "a1/12/2025",
            "31/b2/2025", "31/12/202c", "31:12:2025", "20251231", "2025-12-31", "1-2-025",
        ])
    func others(text: String) {
        #expect(NumericDate(Array(text.utf8).span) == nil)
    }

    /// What a file with these dates says, with the fast spelling and with spaces, which only the
    /// general path reads.
    private func outcomes(
        _ dates: [String], _ options: ImportOptions
    ) -> (fast: [String], general: [String]) {
        func outcome(_ dates: [String]) -> [String] {
            let reading = Reading(
                "ticker,date,BTC held,published_on\n"
                    + dates.map { "RIOT,\($0),1,\($0)\n" }.joined(), options: options, limit: 5)
            let days = reading.observations.map {
                "\($0.line): \($0.value.period) \($0.value.publishedOn.map(\.description) ?? "–")"
            }
            return (days + reading.problems + reading.diagnostics.notes).map {
                $0.split(separator: " / ").joined(separator: "/")
            }
        }
        return (
            outcome(dates),
            outcome(dates.map { $0.split(separator: "/").joined(separator: " / ") })
        )
    }

    @Test func `the fast path and the general path read a file the same way`() {
        var generator = SeededGenerator(seed: 7)
        for round in 0..<400 {
            var options = ImportOptions()
            options.dateOrder =
                (DateOrder.allCases + [nil, nil, nil]).randomElement(
                    using: &generator) ?? nil
            options.periodLength = round % 5 == 0 ? .month : nil
            let limit = [12, 12, 28, 31].randomElement(using: &generator) ?? 31
            let isSwapped = Bool.random(using: &generator)
            let dates = (0..<6).map { _ in
                let day = Int.random(in: 1...limit, using: &generator)
                let month = Int.random(in: 1...12, using: &generator)
                let rest = "/\(Int.random(in: 2019...2025, using: &generator))"
                let isOther = Int.random(in: 0..<25, using: &generator) == 0
                return (isSwapped != isOther ? "\(month)/\(day)" : "\(day)/\(month)") + rest
            }
            let (fast, general) = outcomes(dates, options)
            #expect(fast == general, "\(dates) \(String(describing: options.dateOrder))")
        }
    }
}
