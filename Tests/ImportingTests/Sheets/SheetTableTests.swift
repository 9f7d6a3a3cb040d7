import Foundation
import Importing
import Testing
import Workbooks

/// One of several tables in a sheet, which are separated by empty rows.
@Suite("Tables of sheets")
struct SheetTableTests {
    private static let rows = [
        ["($ in thousands)"], [], ["Metric", "Q1 2025", "Q2 2025"], ["Revenue", "5", "6"], [],
        ["Cash", "7", "8"], [], ["MARA Holdings"], ["Metric", "Q3 2025", "Q4 2025"],
        ["Revenue", "9", "10"],
    ]

    private func reading(_ number: Int, subject: String? = nil) throws -> Reading {
        let workbook = WorkbookWriter()
        let sheet = workbook.addSheet("Model")
        for row in Self.rows {
            for cell in row {
                if Int(cell) == nil { sheet.append(text: cell) } else { sheet.append(number: cell) }
            }
            sheet.endRow()
        }
        let url = FileManager.default.temporaryDirectory
            .appending(path: "minerbook-tables-\(UUID().uuidString)")
        try Data(try workbook.finish()).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let file = try FileHandle(forReadingFrom: url)
        defer { try? file.close() }
        var options = ImportOptions.defaults(subject.map { [.subject: $0] } ?? [:])
        options.table = number
        return Reading(workbook: file.fileDescriptor, options: options)
    }

    private func figures(_ reading: Reading) -> [String] {
        reading.observations.map { located in
            let figure = located.value
            return "\(figure.subject) \(figure.metric) \(figure.period) \(figure.value)"
        }
    }

    @Test func `rows below an empty one belong to the table, and titles give unit and company`()
        throws
    {
        let first = try reading(1, subject: "RIOT")
        #expect(first.diagnostics.problems.map(\.description) == [])
        #expect(first.diagnostics.notes.first == "q4.xlsx:Model: read table 1, lines 3 to 6")
        #expect(
            figures(first) == [
                "RIOT revenue 2025Q1 5 USD k", "RIOT revenue 2025Q2 6 USD k",
                "RIOT cash 2025-03-31 7 USD k", "RIOT cash 2025-06-30 8 USD k",
            ])
        let second = try reading(2)
        #expect(second.diagnostics.problems.map(\.description) == [])
        #expect(
            figures(second) == ["MARA revenue 2025Q3 9 USD k", "MARA revenue 2025Q4 10 USD k"])
        let other = try reading(2, subject: "RIOT")
        #expect(
            other.diagnostics.problems.map(\.description) == [
                "q4.xlsx:Model:9: \"MARA Holdings\" above the table names MARA, but --subject is RIOT; "
                    + "correct one of them"
            ])
    }

    @Test func `a table that a sheet does not have is an error`() throws {
        let third = try reading(3)
        #expect(
            third.diagnostics.problems.map(\.description) == [
                "q4.xlsx:Model:1: there is no table 3; the file has 2 tables, on lines 3 to 6 and lines "
                    + "9 to 10"
            ])
    }
}
