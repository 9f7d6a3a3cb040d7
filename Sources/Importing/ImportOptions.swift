import CSV

/// How files are to be read, where they don't say it themselves.
package struct ImportOptions: Sendable {
    /// What stands between two fields; `nil`: what the file's structure shows.
    package var delimiter: Dialect.Delimiter?
    /// `nil`: what a byte order mark says, else UTF-8.
    package var encoding: TextEncoding?
    /// How many lines stand before the header; `nil`: what the file's structure shows.
    package var skippedLines: Int?
    /// How many values a batch holds at least, unless the file ends before: what a file of any
    /// size takes of memory.
    package var batchSize: Int

    package init(
        delimiter: Dialect.Delimiter? = nil, encoding: TextEncoding? = nil,
        skippedLines: Int? = nil, batchSize: Int = 4096
    ) {
        self.delimiter = delimiter
        self.encoding = encoding
        self.skippedLines = skippedLines
        self.batchSize = batchSize
    }
}
