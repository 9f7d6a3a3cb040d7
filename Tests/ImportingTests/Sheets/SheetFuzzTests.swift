import Foundation
import Importing
import TestSupport
import Testing

/// Workbooks with mistakes of all kinds.
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
        var goodCount = 0
        for number in stride(from: part, to: Self.fileCount, by: Self.partCount) {
            var generator = SeededGenerator(seed: UInt64(number))
            let chosen = Int.random(in: workbooks.indices, using: &generator)
            var bytes = archives[chosen]
            if number / Self.partCount % 2 == 0 {
                var parts = workbooks[chosen]
                parts.mutate(&generator)
                bytes = parts.archive
            } else {
                bytes.damage(&generator)
            }
            try file.truncate(atOffset: 0)
            try file.seek(toOffset: 0)
            try file.write(contentsOf: bytes)
            var options = ImportOptions()
            options.defaults[.metric] = number.isMultiple(of: 3) ? "btc_held" : nil
            let reading = Reading(workbook: file.fileDescriptor, options: options)
            if reading.expectWhatHoldsForAnyFile() { goodCount += 1 }
        }
        // If all files were sound, or none could be read, the test would say little.
        #expect(goodCount > Self.fileCount / Self.partCount / 20)
        #if !DEBUG
            #expect(PeakMemory.megabytes < PeakMemory.limit)
        #endif
    }
}
