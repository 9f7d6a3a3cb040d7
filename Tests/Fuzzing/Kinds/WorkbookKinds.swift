import Foundation
import Importing

@testable import Workbooks

/// The first sheet of a workbook is read.
func checkWorkbook(_ bytes: [UInt8]) {
    let input = scratchFile(bytes)
    defer { close(input) }
    let options = ImportOptions()
    AnyFile { file in
        let workbook = try Workbook(descriptor: input)
        for sheet in try workbook.sheets(options).chosen {
            let table = try SheetTable(sheet, of: workbook, file: "q4.xlsx", range: options.range)
            file.read { diagnostics throws(ImportFailure) in
                try ImportFile(
                    table.name, table: table.records, sheet: sheet.name, options: options,
                    reporting: &diagnostics)
            }
            table.report(to: &file.diagnostics)
        }
    }.check()
}

/// A sheet with any XML in a workbook that is otherwise sound.
func checkSheet(_ bytes: [UInt8]) {
    let archive = ZipWriter()
    archive.add("[Content_Types].xml", "<Types/>")
    archive.add("_rels/.rels", relations("officeDocument", "xl/workbook.xml"))
    archive.add(
        "xl/workbook.xml",
        """
        <workbook xmlns="\(main)" xmlns:r="\(office)/relationships"><sheets>\
        <sheet name="Prod" sheetId="1" r:id="rId1"/></sheets></workbook>
        """)
    archive.add("xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml"))
    archive.begin("xl/worksheets/sheet1.xml")
    archive.write(bytes)
    archive.end()
    guard let workbook = archive.finish() else { return }
    checkWorkbook(workbook)
}

private let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let office = "http://schemas.openxmlformats.org/officeDocument/2006"

private func relations(_ type: String, _ target: String) -> String {
    """
    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
    <Relationship Id="rId1" Type="\(office)/relationships/\(type)" Target="\(target)"/></Relationships>
    """
}

/// An open file without a name that has these bytes.
func scratchFile(_ bytes: [UInt8]) -> Int32 {
    var path = Array("\(NSTemporaryDirectory())/minerbook-fuzz-XXXXXX".utf8CString)
    let file = mkstemp(&path)
    require(file >= 0, "no scratch file")
    unlink(path)
    require(write(file, bytes, bytes.count) == bytes.count, "no space for a scratch file")
    return file
}
