import CSV

/// How files are to be read, where they don't say it themselves.
package struct ImportOptions: Sendable {
    /// What stands between two fields.
    package var dialect: Dialect
    /// How many values a batch holds at least, unless the file ends before: what a file of any
    /// size takes of memory.
    package var batchSize: Int

    /// Whether bad rows are kept for a file of their own (`ImportFile.rejects`) and are no
    /// problem but a warning.
    package var keepsRejects: Bool

    package init(
        dialect: Dialect = Dialect(), batchSize: Int = 4096, keepsRejects: Bool = false
    ) {
        self.dialect = dialect
        self.batchSize = batchSize
        self.keepsRejects = keepsRejects
    }
}
