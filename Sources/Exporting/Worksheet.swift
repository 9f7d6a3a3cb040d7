import CSV
import Mining
import Workbooks

/// A file to fill in for a period: a row for each company, with an empty cell for each metric and next
/// to it the last known figure and its date.
///
/// Once cells are filled in, the file can be imported as it is: `import` ignores the columns of
/// last known figures and treats empty cells as missing.
package struct Worksheet {
    /// How it is written.
    package enum Format: String, Sendable, CaseIterable {
        case csv
        /// A workbook with one sheet.
        case xlsx
    }

    private var writer: RowWriter
    /// Nil for CSV.
    private let workbook: WorkbookWriter?
    private let metrics: [Metric]

    /// A worksheet with columns for these metrics, and no rows yet.
    package init(_ metrics: [Metric], as format: Format = .csv) {
        self.metrics = metrics
        var columns = ["ticker", "name", "period"].map { ExportColumn(name: $0, kind: .text) }
        for metric in metrics {
            columns += [
                ExportColumn(name: "\(metric.code) (\(metric.unit))", kind: .number, isInput: true),
                ExportColumn(name: "last_\(metric.code) (\(metric.unit))", kind: .number),
                ExportColumn(name: "last_\(metric.code)_on", kind: .date),
            ]
        }
        columns.append(ExportColumn(name: "published_on", kind: .date, isInput: true))
        columns += ["source", "status", "note"].map {
            ExportColumn(name: $0, kind: .text, isInput: true)
        }
        switch format {
        case .csv:
            workbook = nil
            writer = RowWriter(csv: columns)
        case .xlsx:
            let workbook = WorkbookWriter()
            // The names of the companies stay visible, too.
            let sheet = workbook.addSheet(
                "Figures", SheetWriter.Layout(frozenRows: 1, frozenColumns: 2))
            self.workbook = workbook
            writer = RowWriter(columns, to: sheet)
        }
    }

    /// Appends the row of a company. `last` has its last known figure of each metric, if there is
    /// one.
    package mutating func append(
        _ company: Company, _ period: Period, last: [Metric: Observation]
    ) {
        writer.append(text: company.ticker)
        writer.append(text: company.name)
        writer.append(number: period.description)
        for metric in metrics {
            let observation = last[metric]
            writer.append(number: "")
            writer.append(number: observation?.value.number(in: metric.unit).description ?? "")
            writer.append(number: observation?.period.last.description ?? "")
        }
        for _ in 0..<4 { writer.append(number: "") }
        writer.endRow()
    }

    /// Ends the file after its last row and returns its bytes: CSV in UTF-8, or a workbook.
    ///
    /// - Throws: `WorkbookLimit`, if a workbook cannot hold the rows.
    package consuming func finish() throws(WorkbookLimit) -> [UInt8] {
        writer.end()
        return try workbook?.finish() ?? writer.output
    }
}
