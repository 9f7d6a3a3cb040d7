import Foundation
import TestSupport
import Testing

@testable import Workbooks

/// The path of a workbook that Tests/Fixtures/Workbooks/make.py makes.
func fixture(_ name: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../Fixtures/Workbooks/\(name)")
}

/// Calls `body` with the workbook in a file.
func withWorkbook<Result>(
    _ url: URL, _ body: (Workbook) throws -> Result
) throws -> Result {
    let file = try FileHandle(forReadingFrom: url)
    defer { try? file.close() }
    return try body(try Workbook(descriptor: file.fileDescriptor))
}

/// The cells of a sheet as `A1 text Riot`, row by row.
func cells(of name: String, sheet index: Int = 0) throws -> [[String]] {
    try withWorkbook(fixture(name)) { try cells(of: $0, sheet: index) }
}

func cells(of workbook: Workbook, sheet index: Int = 0) throws -> [[String]] {
    let sheet = try #require(workbook.sheets.dropFirst(index).first)
    return try SheetContents.rows(of: try workbook.rows(of: sheet))
}
