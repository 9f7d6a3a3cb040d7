import CSV
import Foundation
import Importing
import TestSupport
import Testing

/// JSON files are read as Python's `json` reads them.
@Suite("JSON compared with Python")
struct JSONComparisonTests {
    /// A path of rows, and a file that has them.
    private static let tables: [(rows: String, file: String)] = [
        ("hashrates[*]", "mempool.json"), ("difficulty[*]", "mempool.json"),
        ("hashrates[*]", "mempool-timestamps.json"), ("*[*]", "blockchain-two-charts.json"),
        ("values[*]", "blockchain-one-chart.json"), ("data[*]", "coin-metrics-api.json"),
        ("data[*]", "coin-metrics-api-two-assets.json"),
        ("prices[*]", "coingecko-market-chart.json"),
        ("market_caps[*]", "coingecko-market-chart.json"),
        ("companies[*]", "coingecko-treasury.json"), ("series.*[*]", "series-envelope.json"),
        ("*", "dates.json"), (".", "observations.ndjson"), (".", "series-envelope.json"),
    ]

    @Test(
        .enabled(
            if: PythonReference.isExpected, "python3 is not installed: not compared with Python"))
    func `every cell is the value that Python reads, at the same path`() throws {
        var cellCount = 0
        for (rows, file) in Self.tables {
            let bytes = Array(
                try Data(contentsOf: JSONProfileTests.folder.appending(path: file)))
            let found = try cells(of: bytes, rows)
            let asked = MutatedFile(bytes: Array("\(rows)\n".utf8) + bytes)
            let answer = try PythonReference("json_rows.py").answers(to: [asked])
            let expected = String(decoding: try #require(answer.first), as: UTF8.self)
                .split(separator: "\n").map(String.init).filter { !$0.hasSuffix("\t") }.sorted()
            #expect(found == expected, "\(rows) of \(file)")
            cellCount += found.count
        }
        #expect(cellCount > 100)
    }

    /// The filled cells of a table that is read without another setting than its rows, each with its
    /// path, sorted.
    private func cells(of bytes: [UInt8], _ rows: String) throws -> [String] {
        var options = ImportOptions()
        options.adopt(try .reading("rows: \(rows)"))
        var diagnostics = Diagnostics()
        let tables = JSONFile.tables("x.json", bytes, options, reporting: &diagnostics)
        let table = try #require(tables.first)
        var reader = CSVReader(table.records())
        guard try reader.next() else { return [] }
        let isKey = reader.record.fields.indices.map {
            (try? reader.record.text(at: $0))?.hasPrefix("key") == true
        }
        var cells: [String] = []
        while try reader.next() {
            for index in reader.record.fields.indices where !isKey[index] {
                guard case .path(let path, _) = reader.place(of: index) else { continue }
                let text = try reader.record.text(at: index)
                if !text.isEmpty { cells.append("\(path)\t\(plain(text))") }
            }
        }
        return cells.sorted()
    }

    /// A number without an exponent, as Python writes it; another text as it is.
    private func plain(_ text: String) -> String {
        guard text.contains(where: { "eE".contains($0) }), let number = Decimal(string: text),
            Double(text) != nil
        else { return text }
        return number.description
    }
}
