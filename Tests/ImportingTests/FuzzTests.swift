import Importing
import Mining
import Profiles
import TestSupport
import Testing

/// Files that nobody would write.
@Suite("Any input")
struct FuzzTests {
    private static let files = [
        """
        subject,metric,period,value,unit,published_on,source,status,note
        RIOT,btc_mined,2025-12,"1,460.5",BTC,2026-01-05,https://a.example/b,reported,"a ""b"" c"
        MARA,deployed_hashrate,FY25Q4,61.7 EH/s,,,,restated,
        BTC,btc_price,2025-12-31,"$88,000",USD/BTC,,,aggregated,
        Riot Blockchain,revenue,2025Q3,(15.8) million,USD,,,,
        us-listed,power_price,2025-12,N/A,USD/MWh,,,,
        """,
        """
        ticker,date,Deployed hashrate (EH/s),Market cap (USD bn),market_cap_usd,Status,Note
        RIOT,2026-01-15,38.5,$5.5 bn,5500000000,estimated,x
        CORZQ,2024-01-31,19.3*,−5.6,4.97E-08,,
        """,
        """
        ticker,date,Deployed hashrate (EH/s),Market cap (USD bn),Status,Note
        RIOT,2026-01-15,38.5,$5.5 bn,estimated,x
        MARA,4Q25,,–,,
        """,
        "ticker,name,country,exchange,fiscal_year_end,parent,note\nXCO,X Corp.,US,Nasdaq,12,RIOT,\n",
        "alias,ticker,valid_from,valid_to,note\nOLD,RIOT,2024-01-01,2024-12-31,\n",
        "group,ticker,joined_on,left_on,note\nus-listed,RIOT,2025-09-01,,\n",
        """
        publisher,subject,figure,on,since,value,unit,published_on,source,note
        J,us-listed,market_cap.change_percent,2026-01-15,2025-12-31,26,%,2026-01-16,u,
        J,BTC,block_reward_revenue,2024-05,,"49,000",USD/EH/day,,,
        """,
    ].map { Array($0.utf8) }

    /// Bytes that mean something somewhere.
    private static let pieces: [[UInt8]] =
        [
            ",", "\"", "\n", "\r\n", "\r", " ", "-", "–", "−", "(", ")", "$", "%", ".", "e", "E9",
            "1e400", "99999999999999999999999999999999999999999", "/", "_", "\u{A0}", "\u{FEFF}",
            "FY", "Q", "N/A", "USD", "bn", "million", "EH/s", "2025-02-30", "01/02/2025", "*", "¹",
            "RIOT", "BTC", "\u{1B}", "\u{202E}", "0",
        ].map { Array($0.utf8) } + [[0], [0xFF], [0xC2], [0xE2, 0x88], [0xFE, 0xFF]]

    @Test(arguments: 0..<8)
    func `every row of a mutated file is values, missing or a problem`(part: Int) {
        var generator = SeededGenerator(seed: UInt64(part))
        for _ in 0..<600 {
            var bytes = Self.files.randomElement(using: &generator) ?? []
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                mutate(&bytes, &generator)
            }
            check(Reading(bytes, batchSize: Int.random(in: 1...4, using: &generator)))
        }
    }

    @Test func `a mutated profile is a profile or has problems`() {
        var generator = SeededGenerator(seed: 11)
        for profile in builtInProfiles {
            for _ in 0..<100 {
                var bytes = Array(profile.text.utf8)
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    mutate(&bytes, &generator)
                }
                var diagnostics = Diagnostics()
                let read = Profile(
                    "p", String(decoding: bytes, as: UTF8.self), reporting: &diagnostics)
                #expect((read == nil) == (diagnostics.problemCount > 0))
                guard let read else { continue }
                var options = ImportOptions()
                options.adopt(read)
                check(Reading(Self.files.randomElement(using: &generator) ?? [], options: options))
            }
        }
    }

    @Test func `every prefix of a file is read`() {
        for file in Self.files {
            for count in file.indices { check(Reading(Array(file[..<count]))) }
        }
    }

    @Test func `bytes that are no file at all are refused`() {
        var generator = SeededGenerator(seed: 99)
        for _ in 0..<1000 {
            let count = Int.random(in: 0...60, using: &generator)
            check(Reading((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }))
        }
    }

    private func check(_ reading: Reading) {
        let (counts, diagnostics) = (reading.counts, reading.diagnostics)
        let values =
            reading.companies.count + reading.aliases.count + reading.memberships.count
            + reading.observations.count + reading.claims.count
        #expect(counts.values == values)
        #expect(counts.rejected <= diagnostics.problemCount)
        #expect(reading.kind != nil || diagnostics.problemCount > 0)
        #expect(diagnostics.problems.count == min(diagnostics.problemCount, diagnostics.limit))
        if reading.kind != nil {
            // A wide row has at most three figures here.
            #expect(counts.values + counts.missing + counts.rejected >= counts.rows)
            #expect(counts.values + counts.missing <= (counts.rows - counts.rejected) * 3)
        }
        for problem in diagnostics.problems {
            #expect(
                !"\(problem)".unicodeScalars.contains { $0.properties.generalCategory == .control })
            #expect(problem.line >= 1)
        }
    }

    private func mutate(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...8, using: &generator))
        switch Int.random(in: 0..<5, using: &generator) {
        case 0:
            bytes.removeSubrange(place..<end)
        case 1:
            let other = Int.random(in: 0...bytes.count, using: &generator)
            bytes.insert(contentsOf: bytes[min(place, other)..<max(place, other)], at: place)
        case 2 where place < bytes.count:
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 3:
            bytes.swapAt(min(place, bytes.count - 1), 0)
        default:
            bytes.replaceSubrange(
                place..<end, with: Self.pieces.randomElement(using: &generator) ?? [])
        }
    }
}
