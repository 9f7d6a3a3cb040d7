import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// Workbooks with changed bytes, in the archive and in the XML of its sheet.
@Suite("Any workbook")
struct FuzzTests {
    private static let partCount = 8

    @Test(arguments: 0..<partCount)
    func `a mutated workbook is read to its end or to an error`(part: Int) throws {
        let originals = try [
            "cells.xlsx", "q4.xlsx", "merged.xlsx", "cells-stored.xlsx", "cells-stored.xlsx",
            "checksum.xlsx", "q4.ods",
        ].map {
            [UInt8](try Data(contentsOf: fixture($0)))
        }
        let url = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-fuzz-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: url) }
        var readCount = 0
        var count = 0
        for number in stride(from: part, to: MutatedWorkbook.count, by: Self.partCount) {
            try Data(MutatedWorkbook.bytes(number, of: originals)).write(to: url)
            count += 1
            do {
                readCount += try withWorkbook(url, Self.read)
            } catch is WorkbookError {
                continue
            }
        }
        // Neither all sound nor all beyond reading, which would say little.
        #expect(readCount > count / 20)
    }

    /// Reads all sheets, and returns 1.
    private static func read(_ workbook: Workbook) throws -> Int {
        for sheet in workbook.sheets {
            // A changed byte spoils the checksum, and the cells are still to be read.
            _ = try? workbook.mergedCells(of: sheet)
            let rows = try workbook.rows(of: sheet)
            while try rows.next() {
                for cell in rows.row.cells {
                    #expect(cell.text.upperBound <= rows.row.buffer.count)
                }
            }
        }
        return 1
    }
}

/// A workbook in which some bytes were changed. The same number always gives the same bytes.
private enum MutatedWorkbook {
    /// How many a complete fuzz test uses.
    static let count = 16_000

    static func bytes(_ number: Int, of originals: [[UInt8]]) -> [UInt8] {
        var generator = SeededGenerator(seed: UInt64(number))
        var bytes = originals.randomElement(using: &generator) ?? []
        for _ in 0..<Int.random(in: 1...6, using: &generator) where !bytes.isEmpty {
            let place = Int.random(in: bytes.indices, using: &generator)
            switch Int.random(in: 0..<8, using: &generator) {
            case 0: bytes.removeSubrange(place..<min(bytes.count, place + 4))
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 16)], at: place)
            case 3: bytes[place] = 0xFF
            case 4: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
            case 5:
                bytes[place] = UInt8.random(
                    in: UInt8(ascii: "0")...UInt8(ascii: "9"), using: &generator)
            default: bytes[place] = UInt8.random(in: 0...255, using: &generator)
            }
        }
        return bytes
    }
}
