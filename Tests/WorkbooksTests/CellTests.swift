import Testing

@testable import Workbooks

/// The text and the kind of every kind of cell.
@Suite("Cells of a sheet")
struct CellTests {
    /// The label in column A, and what is expected in column B; nil for an empty cell.
    private static let expected: [(label: String, cell: String?)] = [
        ("shared text", "text Riot"),
        ("rich shared text without its pronunciation", "text Bitcoin"),
        ("escaped shared text", "text a\rb_c_xZZZZ_"),
        ("inline text", "text inline &"),
        ("text of a formula", "text abc"),
        ("empty text of a formula", nil),
        ("formula without a result", "formula =SUM(A1:A2)"),
        ("formula with an empty result", "formula =SUM(A1:A2)"),
        ("formula with a result", "number 12.5"),
        ("true", "boolean TRUE"),
        ("false", "boolean FALSE"),
        ("error", "error #DIV/0!"),
        ("ISO date", "date 2025-12-31"),
        ("binary noise", "number 0.3"),
        ("17 digits", "number 0.047"),
        ("nines", "number 1"),
        ("large", "number 123456789012346000000"),
        ("small", "number 0.0000000497"),
        ("negative", "number -1.5"),
        ("minus zero", "number -0"),
        ("percent", "number 47%"),
        ("noisy percent", "number 29%"),
        ("dollars", "number $4.4"),
        ("negative dollars", "number -$4.4"),
        ("accounting", "number $1234"),
        ("euros", "number €62"),
        ("Canadian dollars", "number CA$62"),
        ("unit in the format", "number 38.5 EH/s"),
        ("millions with a letter", "number 4.4M"),
        ("millions without a letter", "number 4400000 shown as 4.4"),
        ("conditional format", "number 4400000"),
        ("scientific", "number 1234.5"),
        ("day", "date 2025-12-31"),
        ("month", "date 2025-12"),
        ("year", "date 2025"),
        ("time", "date 18:00:00"),
        ("day and time", "date 2025-12-31T14:30:00"),
        ("almost midnight", "date 2025-12-31"),
        ("duration", "number 1.5"),
        ("first day", "date 1900-01-01"),
        ("last day of February 1900", "date 1900-02-28"),
        ("day that never was", "number 60"),
        ("first of March 1900", "date 1900-03-01"),
        ("last day", "date 9999-12-31"),
        ("beyond the last day", "number 2958466"),
        ("negative date", "number -1"),
    ]

    @Test func `the text of each cell is what a person would type`() throws {
        let rows = try cells(of: "cells.xlsx")
        try #require(rows.count == Self.expected.count)
        for (index, (row, expected)) in zip(rows, Self.expected).enumerated() {
            #expect(row.first == "A\(index + 1) text \(expected.label)")
            #expect(
                row.dropFirst().first == expected.cell.map { "B\(index + 1) \($0)" },
                "\(expected.label)")
        }
    }

    @Test func `dates count from 1904 if the workbook says so`() throws {
        #expect(
            try cells(of: "dates-1904.xlsx") == [
                ["A1 text day", "B1 date 2025-12-31"], ["A2 text first", "B2 date 1904-01-01"],
            ])
    }

    @Test func `an OpenDocument sheet has the same cells`() throws {
        #expect(
            try cells(of: "q4.ods") == [
                [
                    "A1 text Ticker", "B1 text Period", "C1 text BTC held",
                    "D1 text Deployed hashrate (EH/s)",
                ],
                ["A2 text RIOT", "B2 date 2025-12-31", "C2 number 18005", "D2 number 38.5"],
                ["B3 date 2025-11-30", "C3 number 17000", "D3 number 37.5"],
                ["A4 text MARA", "B4 date 2025-12-31", "C4 number 53250", "D4 number 60.4"],
            ])
        let kinds = [
            "number 47%", "number $4.4", "number 5 EUR", "boolean TRUE", "error #DIV/0!",
            "formula =of:=[.A1]", "text two parts  x", "number 7", "number 7",
        ]
        let rows = try cells(of: "q4.ods", sheet: 1)
        #expect(
            rows
                == [1, 2].map { row in
                    zip("ABCDEFGHI", kinds).map { "\($0)\(row) \($1)" }
                })
    }

    @Test func `sheets are listed with those that are not shown`() throws {
        try withWorkbook(fixture("q4.xlsx")) {
            #expect($0.sheets.map(\.name) == ["Prod", "Market", "Old"])
            #expect($0.sheets.map(\.isHidden) == [false, false, true])
        }
    }

    @Test func `merged cells are listed`() throws {
        let merged = try withWorkbook(fixture("merged.xlsx")) { workbook in
            try workbook.mergedCells(of: workbook.sheets[0])
        }
        #expect(merged.map(\.description) == ["A2:A4"])
    }
}
