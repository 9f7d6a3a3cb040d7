import CSV

/// Reads the texts above the header of a table.
extension FormatDetector {
    /// The texts of the lines above the header.
    func titles(_ format: FileFormat) -> [String] {
        guard format.skippedLines > 0 else { return [] }
        var titles: [String] = []
        var reader = reader(format.delimiter, skippedLines: 0)
        while titles.count < Self.recordCount {
            do throws(CSVReader.Failure) {
                guard try reader.nextFilled(), reader.record.line <= format.skippedLines else {
                    break
                }
                let record = reader.record
                let cells = record.fields.indices.map { record.shownText(at: $0) }
                let text = cells.filter { !$0.isEmpty }.joined(separator: ", ")
                // The marks of a heading in Markdown.
                titles.append(String(text.drop { $0 == "#" }.drop { $0 == " " }))
            } catch {
                guard case .malformed(let error) = error, error.line < format.skippedLines else {
                    break
                }
                reader = self.reader(format.delimiter, skippedLines: error.line)
            }
        }
        return titles
    }
}
