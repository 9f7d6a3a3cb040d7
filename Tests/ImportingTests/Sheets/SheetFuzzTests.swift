import Foundation
import Importing
import TestSupport
import Testing

/// Workbooks that nobody would write.
@Suite("Any workbook, imported")
struct SheetFuzzTests {
    /// As in the fuzz test of CSV files, all of them are for `make fuzz`.
    #if DEBUG
        private static let fileCount = MutatedFile.count / 50
    #else
        private static let fileCount = MutatedFile.count
    #endif

    private static let partCount = 8

    /// Half of the files have changes in the XML of their parts, the other half anywhere in the
    /// archive.
    @Test(.timeLimit(.minutes(20)), arguments: 0..<partCount)
    func `every row of a mutated workbook is values, missing or a problem`(part: Int) throws {
        let workbooks = try ["q4.xlsx", "cells.xlsx", "merged.xlsx", "dates-1904.xlsx", "q4.ods"]
            .map { try WorkbookParts($0) }
        let archives = workbooks.map(\.archive)
        let url = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-fuzz-\(UUID().uuidString)")
        try #require(FileManager.default.createFile(atPath: url.path, contents: nil))
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FileHandle(forUpdating: url)
        defer { try? file.close() }
        var (goodCount, slowest) = (0, Duration.zero)
        for number in stride(from: part, to: Self.fileCount, by: Self.partCount) {
            var generator = SeededGenerator(seed: UInt64(number))
            let chosen = Int.random(in: workbooks.indices, using: &generator)
            var bytes = archives[chosen]
            if number / Self.partCount % 2 == 0 {
                var parts = workbooks[chosen]
                parts.mutate(&generator)
                bytes = parts.archive
            } else {
                Self.damage(&bytes, &generator)
            }
            try file.truncate(atOffset: 0)
            try file.seek(toOffset: 0)
            try file.write(contentsOf: bytes)
            var options = ImportOptions()
            options.defaults[.metric] = number.isMultiple(of: 3) ? "btc_held" : nil
            slowest = max(
                slowest,
                ContinuousClock().measure {
                    let reading = Reading(workbook: file.fileDescriptor, options: options)
                    if check(reading) { goodCount += 1 }
                })
        }
        #expect(slowest < .seconds(5))
        // Neither all sound nor all beyond reading, which would say little.
        #expect(goodCount > Self.fileCount / Self.partCount / 20)
        #if !DEBUG
            #expect(PeakMemory.megabytes < PeakMemory.limit)
        #endif
    }

    /// Changes bytes anywhere in an archive.
    private static func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + 4))
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 16)], at: place)
            case 3: bytes[place] = 0xFF
            case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            }
        }
    }

    /// Checks what holds for any file; returns whether it has values.
    private func check(_ reading: Reading) -> Bool {
        let (counts, diagnostics) = (reading.counts, reading.diagnostics)
        #expect(counts.values == reading.valueCount)
        #expect(counts.rejected <= diagnostics.problemCount)
        #expect(
            reading.kind != nil || diagnostics.problemCount > 0 || diagnostics.warningCount > 0)
        for problem in diagnostics.problems {
            #expect(
                !"\(problem)".unicodeScalars.contains { $0.properties.generalCategory == .control })
        }
        return counts.values > 0
    }
}
