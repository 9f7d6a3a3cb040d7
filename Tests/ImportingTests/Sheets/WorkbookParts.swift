import CMinizip
import Foundation
import TestSupport
import Testing

/// The parts of a workbook, unpacked, so that a changed one can be packed again as a sound archive.
struct WorkbookParts {
    private var parts: [(name: String, bytes: [UInt8])] = []

    /// Unpacks the fixture with this name.
    init(_ fixture: String) throws {
        let file = try #require(
            unzOpen64(repositoryFolder.appending(path: "Tests/Fixtures/Workbooks/\(fixture)").path))
        defer { unzClose(file) }
        var status = unzGoToFirstFile(file)
        while status == UNZ_OK {
            var info = unz_file_info64()
            var name = [CChar](repeating: 0, count: 256)
            unzGetCurrentFileInfo64(file, &info, &name, 255, nil, 0, nil, 0)
            var bytes = [UInt8](repeating: 0, count: Int(info.uncompressed_size))
            try #require(unzOpenCurrentFile(file) == UNZ_OK)
            try #require(
                unzReadCurrentFile(file, &bytes, UInt32(bytes.count)) == Int32(bytes.count))
            unzCloseCurrentFile(file)
            let text = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            parts.append((String(decoding: text, as: UTF8.self), bytes))
            status = unzGoToNextFile(file)
        }
    }

    /// Changes some bytes of some parts, most often of the largest one, which has the cells.
    mutating func mutate(_ generator: inout SeededGenerator) {
        let largest = parts.indices.max { parts[$0].bytes.count < parts[$1].bytes.count } ?? 0
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            let isLargest = Int.random(in: 0..<3, using: &generator) > 0
            let part = isLargest ? largest : Int.random(in: parts.indices, using: &generator)
            Self.change(&parts[part].bytes, &generator)
        }
    }

    private static func change(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        let end = min(bytes.count, place + Int.random(in: 0...40, using: &generator))
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: bytes.removeSubrange(place..<end)
        case 1: bytes.insert(contentsOf: bytes[place..<end], at: place)
        case 2: bytes.removeSubrange(place...)
        case 3 where place < bytes.count:
            bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 4 where place < bytes.count:
            bytes.swapAt(place, Int.random(in: bytes.indices, using: &generator))
        case 5...8:
            // Numbers are in cells, addresses, formats, counts and repetitions.
            let digits = bytes.indices.filter { bytes[$0] &- UInt8(ascii: "0") <= 9 }
            guard let digit = digits.randomElement(using: &generator) else { return }
            let number = numbers.randomElement(using: &generator) ?? ""
            bytes.replaceSubrange(digit...digit, with: number.utf8)
        default:
            let piece = pieces.randomElement(using: &generator) ?? ""
            let isAdded = Bool.random(using: &generator)
            bytes.replaceSubrange(isAdded ? place..<place : place..<end, with: piece.utf8)
        }
    }

    private static let numbers = [
        "0", "1", "2", "5", "9", "14", "46000", "-1", ".5", "1E9", "1E400", "1E-400", "16384",
        "1048576", "1048577", "4294967296", "99999999999999999999", "",
    ]

    /// Texts with a meaning for the reader, and others that are no XML.
    private static let pieces = [
        "<", ">", "\"", "'", "/", "&", "&amp;", "&#0;", "&#65;", "&a;", "<!--", "-->", "<![CDATA[",
        "]]>", "<!DOCTYPE a [<!ENTITY a \"b\">]>", "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
        "\u{FEFF}", "\u{0}", "é", "_x0041_", " t=\"s\"", " t=\"b\"", " t=\"d\"", " t=\"inlineStr\"",
        " r=\"XFD1048576\"", " r=\"A9\"", " s=\"7\"", " hidden=\"1\"", "<v>", "</v>", "<c>", "</c>",
        "<f/>", "<row>", "</row>", "<row r=\"1048576\"/>", "<is><t>",
        "<mergeCell ref=\"A1:XFD9\"/>",
        "<mergeCell ref=\"A1:A1048576\"/>", " table:number-columns-repeated=\"16384\"",
        " table:number-rows-repeated=\"1048576\"", " table:number-columns-spanned=\"9\"",
        "<table:table-row>", "<table:table-cell/>", "<text:s text:c=\"99999999\"/>",
        " office:value-type=\"date\"", " office:date-value=\"2025-13-01\"", "RIOT", "2025-12",
        "N/A",
    ]

    /// The archive, with parts that are not compressed.
    var archive: [UInt8] {
        var (files, directory): ([UInt8], [UInt8]) = ([], [])
        for (name, bytes) in parts {
            let sum = bytes.withUnsafeBufferPointer { crc32(0, $0.baseAddress, UInt32($0.count)) }
            let common =
                Self.number(20, 2) + Self.number(0, 8) + Self.number(Int(sum), 4)
                + Self.number(bytes.count, 4) + Self.number(bytes.count, 4)
                + Self.number(name.utf8.count, 2) + Self.number(0, 2)
            directory += Array("PK\u{1}\u{2}".utf8) + Self.number(20, 2) + common
            directory += Self.number(0, 10) + Self.number(files.count, 4) + Array(name.utf8)
            files += Array("PK\u{3}\u{4}".utf8) + common + Array(name.utf8) + bytes
        }
        let end =
            Array("PK\u{5}\u{6}".utf8) + Self.number(0, 4) + Self.number(parts.count, 2)
            + Self.number(parts.count, 2) + Self.number(directory.count, 4)
            + Self.number(files.count, 4) + Self.number(0, 2)
        return files + directory + end
    }

    private static func number(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
    }
}
