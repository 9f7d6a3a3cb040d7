import Mining

/// A batch of one kind of values, with their lines.
package enum ImportBatch: Sendable {
    case companies([Located<Company>])
    case aliases([Located<Alias>])
    case memberships([Located<Membership>])
    case observations(ObservationBatch)
    case claims([Located<Claim>])
}

/// The rows of a file, batch by batch, in the file's order.
///
/// A bad row is reported and left out, and reading goes on, so that all problems come to light
/// at once. A file that is no CSV from some record on is reported and ends there.
package struct ImportRows {
    private let file: ImportFile
    private let roster: Roster
    private var reader: any RowReader
    /// Why there are none.
    private let refusal: ImportProblem.Fact?

    init(file: ImportFile, roster: Roster) {
        self.file = file
        self.roster = roster
        let newcomers = file.newcomers
        var layout = file.layout
        var refusal: ImportProblem.Fact?
        if file.options.rules.subjectIsInFileName {
            do throws(ImportProblem.Fact) {
                let isNamed = layout.lacksSubjects
                layout.setSubject(isNamed ? try roster.company(inFileName: file.name) : nil)
            } catch {
                refusal = error
            }
        }
        self.refusal = refusal
        reader =
            switch layout {
            case .companies(let columns): CompanyRows(columns: columns, roster: roster)
            case .aliases(let columns): AliasRows(columns: columns, roster: roster)
            case .groups(let columns): GroupRows(columns: columns, roster: roster)
            case .long(let columns):
                LongRows(
                    columns: columns, roster: roster, newcomers: newcomers, options: file.options)
            case .wide(let columns):
                WideRows(
                    columns: columns, roster: roster, newcomers: newcomers, options: file.options)
            case .pivot(let columns):
                PivotRows(
                    columns: columns, roster: roster, newcomers: newcomers, options: file.options)
            case .claims(let columns):
                ClaimRows(columns: columns, roster: roster, options: file.options)
            }
    }

    /// Whether all were handed out; `next` may find it out with nothing more to give.
    package var isAtEnd: Bool { file.isAtEnd }

    /// How many rows have been read so far, good or bad.
    package var rowCount: Int { file.counts.rows }

    /// The next values, at least `ImportOptions.batchSize` of them, an eighth of that at first, or
    /// all that remain; `nil` after the last. What is wrong with the rows read for it is in
    /// `diagnostics`.
    ///
    /// Before observations come the companies that they are the first to name, where
    /// `ImportOptions.createsCompanies` says to add them.
    ///
    /// Throws where the file's source does.
    package mutating func next(reporting diagnostics: inout Diagnostics) throws(ImportFailure)
        -> ImportBatch?
    {
        if let refusal {
            diagnostics.report(ImportProblem(file: file.name, line: 1, fact: refusal))
            return nil
        }
        return try file.nextBatch(&reader, roster, &diagnostics)
    }
}
