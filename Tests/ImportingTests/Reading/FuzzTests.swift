import CSV
import Importing
import Mining
import Profiles
import TestSupport
import Testing

/// Files with mistakes of all kinds.
@Suite("Any input")
struct FuzzTests {
    private static let tables = [
        """
        subject|metric|period|value|unit|published_on|source|status|note
        RIOT|btc_mined|2025-12|"1,460.5"|BTC|2026-01-05|https://a.example/b|reported|"a ""b"" c"
        MARA|deployed_hashrate|FY25Q4|61.7 EH/s||||restated|
        BTC|btc_price|2025-12-31|"$88,000"|USD/BTC|||aggregated|
        Riot Blockchain|revenue|2025Q3|(15.8) million|USD||||
        us-listed|power_price|2025-12|N/A|USD/MWh||||
        """,
        """
        ticker|date|Deployed hashrate (EH/s)|Market cap (USD bn)|market_cap_usd|Status|Note
        RIOT|2026-01-15|38.5|$5.5 bn|5500000000|estimated|x
        CORZQ|2024-01-31|19.3*|−5.6|4.97E-08||
        """,
        """
        ticker|date|Deployed hashrate (EH/s)|Market cap (USD bn)|Status|Note
        RIOT|2026-01-15|38.5|$5.5 bn|estimated|x
        MARA|4Q25||–||
        """,
        "ticker|name|country|exchange|fiscal_year_end|parent|cik|note\nXCO|X Corp.|US|Nasdaq|12|RIOT|CIK0001507605|\n",
        "alias|ticker|valid_from|valid_to|note\nOLD|RIOT|2024-01-01|2024-12-31|\n",
        "group|ticker|joined_on|left_on|note\nus-listed|RIOT|2025-09-01||\n",
        "ticker|metric|2025Q3|2025Q4\nRIOT|btc_mined|1400|1460.5\n",
        """
        publisher|subject|figure|on|since|value|unit|published_on|source|note
        J|us-listed|market_cap.change_percent|2026-01-15|2025-12-31|26|%|2026-01-16|u|
        J|BTC|block_reward_revenue|2024-05||"49,000"|USD/EH/day|||
        """,
    ]

    /// Tables in rows, as plain as a naive reader needs them.
    private static let plainTables = [
        """
        subject|metric|period|value
        RIOT|btc_mined|2025-12|1460.5
        MARA|btc_mined|2025Q4|"2,210"
        CLSK|btc_mined|2025-12-31|-0.00000001
        IREN|btc_mined|"2025-11"|(0.5)
        """,
        """
        subject|metric|period|value|unit|note
        RIOT|deployed_hashrate|2025-12|38.5|EH/s|"a ""b"", c"
        BTC|btc_price|2025-12-31|88000.25|USD/BTC|
        IREN|revenue|2025Q3|(15.8)|USD m|"two; three"
        MARA|deployed_hashrate|2025-11-30|"60,400"|PH/s|é
        """,
        """
        metric|subject|period|unit|value|published_on|status
        revenue|CORZ|2025Q4|USD|"81,100,000"|2026-02-27|restated
        revenue|BITF|2025Q4|USD bn|0.0669||
        """,
    ]

    /// How many files there are: unoptimised, the importer takes a millisecond for each, so all of
    /// them are for `make fuzz`.
    #if DEBUG
        private static let fileCount = MutatedFile.count / 5
    #else
        private static let fileCount = MutatedFile.count
    #endif

    /// The files in so many parts, which are read side by side.
    private static let partCount = 8

    private static func numbers(_ part: Int) -> StrideTo<Int> {
        stride(from: part, to: fileCount, by: partCount)
    }

    @Test(arguments: 0..<partCount)
    func `every row of a mutated file is values, missing or a problem`(part: Int) {
        for number in Self.numbers(part) where number.isMultiple(of: 5) {
            let file = MutatedFile(number, of: Self.tables)
            check(Reading(file.bytes, batchSize: number % 4 + 1))
        }
    }

    /// Mutated files of plain tables, which the script of the comparison can read too.
    private static func plainFiles(_ part: Int) -> [MutatedFile] {
        numbers(part).filter { !$0.isMultiple(of: 5) }.map { MutatedFile($0, of: plainTables) }
    }

    private func checkedReading(of file: MutatedFile) -> Reading {
        let options = ImportOptions(
            delimiter: Dialect.Delimiter(rawValue: file.delimiter), skippedLines: 0)
        let reading = Reading(file.bytes, options: options)
        check(reading)
        return reading
    }

    @Test(
        .disabled(if: PythonReference.isExpected, "covered by the comparison with Python"),
        arguments: 0..<partCount)
    func `every row of a mutated plain file is values, missing or a problem`(part: Int) {
        for file in Self.plainFiles(part) { _ = checkedReading(of: file) }
    }

    @Test(
        .enabled(
            if: PythonReference.isExpected, "python3 is not installed: not compared with Python"),
        arguments: 0..<partCount)
    func `a mutated file is read as by a naive reader`(part: Int) throws {
        let files = Self.plainFiles(part)
        let readings = files.map(checkedReading)
        let answers = try PythonReference("observations.py").answers(to: files)
        try #require(answers.count == files.count)
        var plainCount = 0
        for (index, answer) in answers.enumerated() where answer != [UInt8(ascii: "?")] {
            plainCount += compare(
                readings[index], with: String(decoding: answer, as: UTF8.self),
                "\(String(decoding: files[index].bytes, as: UTF8.self).debugDescription)")
        }
        #expect(plainCount > files.count / 2)
    }

    /// Compares the observations of a file with those of the naive reader, which answers for each
    /// row; returns how many observations it is sure of.
    private func compare(_ reading: Reading, with answer: String, _ comment: Comment) -> Int {
        var plainCount = 0
        var observed: [Substring: String] = [:]
        for observation in reading.observations {
            observed["\(observation.line)"] = observation.value.plainWords
        }
        for row in answer.split(separator: "\n") {
            let words = row.split(separator: " ", maxSplits: 1)
            let found = observed.removeValue(forKey: words[0])
            switch words[1] {
            case "?": continue
            case "-": #expect(found == nil, comment)
            default:
                plainCount += 1
                #expect(found ?? "nothing" == words[1], comment)
            }
        }
        #expect(observed.isEmpty, comment)
        return plainCount
    }

    @Test func `a mutated profile is a profile or has problems`() {
        let texts = builtInProfiles.map(\.text)
        for number in 0..<1_300 {
            let profile = MutatedFile(number, of: texts)
            var diagnostics = Diagnostics()
            let read = Profile(
                "p", String(decoding: profile.bytes, as: UTF8.self), reporting: &diagnostics)
            #expect((read == nil) == (diagnostics.problemCount > 0))
            guard let read else { continue }
            var options = ImportOptions()
            options.adopt(read)
            check(Reading(MutatedFile(number, of: Self.tables).bytes, options: options))
        }
    }

    @Test func `every prefix of a file is read`() {
        for file in Self.tables.map({ Array($0.replacing("|", with: ",").utf8) }) {
            for count in file.indices { check(Reading(Array(file[..<count]))) }
        }
    }

    @Test func `bytes that are not CSV are errors`() {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<1000 {
            let count = Int.random(in: 0...60, using: &generator)
            check(Reading((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }))
        }
    }

    private func check(_ reading: Reading) {
        let (counts, diagnostics) = (reading.counts, reading.diagnostics)
        reading.expectWhatHoldsForAnyFile()
        #expect(reading.kind != nil || diagnostics.problemCount > 0)
        let uncovered = diagnostics.problemCount - diagnostics.coveredCount
        #expect(diagnostics.problems.count == min(uncovered, diagnostics.limit))
        #expect(uncovered > 0 || diagnostics.problemCount == 0)
        if reading.kind != nil {
            // A wide row has at most three figures here.
            let rowCount = counts.rows - counts.passed
            #expect(counts.values + counts.missing + counts.rejected >= rowCount)
            #expect(counts.values + counts.missing <= (counts.rows - counts.rejected) * 3)
        }
    }
}

extension Observation {
    /// As the naive reader has them.
    fileprivate var plainWords: String {
        "\(subject) \(metric.code) \(period.first)/\(period.last) \(value.base)"
    }
}
