import Workbooks

/// Problems of workbooks and their sheets.
extension ImportProblem.Reason {
    /// The workbook cannot be read.
    package static func workbook(_ error: WorkbookError) -> Self {
        switch error {
        case .notWorkbook:
            Self(
                .notWorkbook,
                "the file is a zip archive without a workbook; unpack it and import its files, or save "
                    + "it as .xlsx")
        case .binaryWorkbook:
            Self(.notWorkbook, "the file is a binary workbook (.xlsb); save it as .xlsx")
        case .encrypted:
            Self(
                .encryptedWorkbook,
                "the workbook is protected with a password; save a copy without one")
        case .missingPart(let part):
            damaged("it has no part \(escaped(part))")
        case .damaged(let part, let damage):
            damaged(part.isEmpty ? "\(damage.text)" : "\(escaped(part)): \(damage.text)")
        case .damagedRow(_, let row, .address(let address)):
            damaged("\(quoted(address)), in row \(row), is not a cell that a sheet can have")
        case .damagedRow(_, let row, .order):
            damaged("row \(row) or its cells are out of order")
        case .damagedRow(_, let row, .nesting):
            damaged("row \(row) has a row or a cell in a place where none can be")
        case .tooLarge(let part, let excess):
            Self(.workbookTooLarge, "\(escaped(part)) \(excess.text)")
        case .documentType(let part):
            Self(
                .documentType,
                "\(escaped(part)) has a document type declaration, which no spreadsheet program "
                    + "writes; save the workbook again in a spreadsheet program")
        }
    }

    private static func damaged(_ what: String) -> Self {
        Self(
            .damagedWorkbook,
            "the workbook is damaged: \(what); download it again, or open it in a spreadsheet program "
                + "and save it")
    }

    /// A sheet that the workbook does not have.
    package static func unknownSheet(_ name: String, sheets: [String]) -> Self {
        let shown = sheets.prefix(20).map { escaped($0) }
        let more = sheets.count > shown.count ? " and \(sheets.count - shown.count) more" : ""
        let list = more.isEmpty ? listed(shown, "and") : shown.joined(separator: ", ") + more
        return Self(
            .unknownSheet,
            "there is no sheet \(quoted(name)); there \(sheets.count == 1 ? "is" : "are") \(list)")
    }

    /// A workbook without a sheet of cells.
    package static var noSheet: Self {
        Self(.noSheet, "the workbook has no sheet with cells; choose another file")
    }

    /// Text to the left of the table.
    static func leftOfTable(_ text: String, column: String) -> Self {
        Self(
            .leftOfTable,
            "\(quoted(text)) is left of the table, which begins in column \(column); choose the cells "
                + "of the table with --range, such as \(column)4:H20")
    }

    /// A warning: hidden rows or columns with content were read. `what` names them.
    static func hiddenCells(_ what: String) -> Self {
        Self(
            .hiddenCells,
            "\(what) hidden, but read like the others; show hidden cells to see what they have")
    }

    /// A warning: a number in merged cells stands for its first row only.
    static func mergedNumber(_ range: CellRange) -> Self {
        Self(
            .mergedNumber,
            "the number in the merged cells \(range) was read for row \(range.rows.lowerBound) only; "
                + "unmerge them and write it into each row that it is for")
    }

    /// A warning: formulas without their results.
    static func formulaWithoutResult(count: Int) -> Self {
        Self(
            .formulaWithoutResult,
            "\(counted(count, "formula")) without \(count == 1 ? "its result" : "their results"), the "
                + "first one here; open the file in a spreadsheet program and save it")
    }
}

extension WorkbookError.Damage {
    fileprivate var text: String {
        switch self {
        case .packing: "it cannot be unpacked"
        case .checksum: "its checksum is wrong"
        case .xml(let reason, let line): "\(escaped(reason)) on line \(line)"
        case .reference: "a cell refers to a text or format that does not exist"
        }
    }
}

extension WorkbookError.Excess {
    fileprivate var text: String {
        switch self {
        case .ratio:
            "is packed so tightly that it may be meant to do harm; save the workbook again in a "
                + "spreadsheet program"
        case .bytes: "has more than 4 GB, which is more than is read; split the workbook"
        case .texts:
            "has more than 64 MB of text, or four million texts, which is more than is read; split the "
                + "workbook, or save the sheet as CSV"
        case .items: "has more parts, formats or merged cells than a workbook can have"
        case .structure: "has more names, or elements within elements, than a workbook can have"
        case .row: "has a row of more than 16 MB"
        case .repeatedCells:
            "repeats a row with more than 100 million cells; choose the cells of the table with --range"
        case .emptyCells:
            "has more than 100 million empty cells between its cells; choose the cells of the table "
                + "with --range"
        }
    }
}
