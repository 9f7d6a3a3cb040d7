import Mining

/// The values of a file, batch by batch, in the file's order.
///
/// A bad row is reported and left out, and reading goes on, so that all problems are found at once.
/// A file that stops being CSV at some record is reported and ends there.
package struct ImportRows {
    private let file: ImportFile
    private let roster: Roster
    private var reader: any RowReader
    /// The problems that prevent reading any row.
    private let problems: RecordProblems
    /// A sentence about the subject that `next` adds as a note.
    private var note: String?

    fileprivate init(file: ImportFile, roster: Roster) {
        self.file = file
        self.roster = roster
        var columns = file.columns
        var problems = RecordProblems(room: Diagnostics.usualLimit)
        if file.options.rules.subjectIsInFileName {
            do throws(ImportProblem.Reason) {
                let isNeeded = columns.subject?.code.index == nil && columns.subject != nil
                let ticker = isNeeded ? try roster.company(inFileName: file.name) : nil
                columns.subject?.code.fallback = ticker.map { Array($0.utf8) }
            } catch {
                problems.add(nil, error)
            }
        }
        if problems.isEmpty, file.facts == nil {
            do throws(ImportProblem.Reason) {
                note = try file.resolveTitle(&columns, roster)
            } catch {
                problems.add(nil, error)
            }
        }
        if let facts = file.facts {
            do throws(ImportProblem.Reason) { try facts.check(roster) } catch {
                problems.add(nil, error)
            }
        }
        if case .across(let columns) = columns {
            CompanyColumnCheck(roster, file.options).check(columns, &problems)
        }
        self.problems = problems
        reader = columns.rowReader(
            roster, file.cursor.newCompanies, file.cursor.labels, file.options)
    }

    /// Whether all batches were returned. If it is false, `next` may still return nil.
    package var isAtEnd: Bool { file.cursor.isAtEnd }

    /// The number of rows that were read so far, good or bad.
    package var rowCount: Int { file.counts.rows }

    /// The next batch; nil after the last one. Problems of its rows go to `diagnostics`.
    ///
    /// A batch has at least `ImportOptions.batchSize` values, except for the first one, which has at
    /// least an eighth of that, and the last one. With `ImportOptions.createsCompanies`, the new
    /// companies that observations name come in a batch of their own before them.
    ///
    /// - Throws: `ImportFailure` if the file's source throws.
    package mutating func next(reporting diagnostics: inout Diagnostics) throws(ImportFailure)
        -> ImportBatch?
    {
        guard problems.isEmpty else {
            diagnostics.report(problems, file: file.name, at: file.placeInHeader)
            return nil
        }
        if let sentence = note {
            diagnostics.note("\(file.name): \(sentence)")
            note = nil
        }
        let batch = try file.cursor.nextBatch(&reader, roster, &diagnostics)
        if file.hasPlaces { diagnostics.place(with: file.placed) }
        return batch
    }
}

extension ImportFile {
    /// Takes the subject from the texts above the table, if it has no column of subjects. Returns a
    /// sentence that says so; nil if a column or an option has the subject.
    ///
    /// - Throws: `ImportProblem.Reason` if nothing gives the subject, or two of them contradict each
    ///   other.
    fileprivate func resolveTitle(
        _ columns: inout LayoutColumns, _ roster: Roster
    ) throws(ImportProblem.Reason) -> String? {
        guard let code = columns.subject?.code, code.index == nil, !options.titles.isEmpty,
            !options.rules.subjectIsInFileName
        else { return nil }
        let given = code.fallback.map { String(decoding: $0, as: UTF8.self) }
        let found = try TitleCompanies(roster).company(
            in: options.titles, options.titlePlace, given: given)
        guard given == nil else { return nil }
        guard let found else {
            let layout = columns.layout
            throw .missingColumns(
                ["subject"], of: layout.description, header: layout.header,
                options: layout.options(for: ["subject"]))
        }
        columns.subject?.code.fallback = Array(found.ticker.utf8)
        return "the subject is \(escaped(found.ticker)), as \(quoted(found.title)) says"
    }

    /// The rows of the file. `roster` must have the subjects of the book and of the files that were
    /// imported before this one.
    package func rows(roster: Roster) -> ImportRows { ImportRows(file: self, roster: roster) }
}

extension LayoutColumns {
    /// The reader of rows with these columns.
    fileprivate func rowReader(
        _ roster: Roster, _ newCompanies: NewCompanies?, _ labels: LabelFindings,
        _ options: ImportOptions
    ) -> any RowReader {
        func cells(
            of columns: some ObservationColumns, period: FileColumn? = nil,
            _ parts: PeriodParts = PeriodParts()
        ) -> ObservationReader {
            ObservationReader(
                columns, periodColumn: period, parts: parts, roster: roster,
                newCompanies: newCompanies, labels: labels, options: options)
        }
        return switch self {
        case .companies(let columns): CompanyRows(columns: columns, roster: roster)
        case .aliases(let columns): AliasRows(columns: columns, roster: roster)
        case .shareBasis(let columns): ShareBasisRows(columns: columns, roster: roster)
        case .groups(let columns): GroupRows(columns: columns, roster: roster)
        case .long(let columns):
            LongRows(
                columns: columns,
                cells: cells(of: columns, period: columns.period, columns.parts))
        case .wide(let columns):
            WideRows(
                columns: columns,
                cells: cells(of: columns, period: columns.period, columns.parts))
        case .pivot(let columns):
            PivotRows(
                columns: columns,
                passed: columns.metric.index.map { _ in
                    PassedRows(columns, roster: roster, findings: labels, options: options)
                },
                cells: cells(of: columns))
        case .across(let columns):
            AcrossRows(
                columns: columns,
                cells: cells(of: columns, period: columns.period, columns.parts))
        case .claims(let columns): ClaimRows(columns: columns, roster: roster, options: options)
        }
    }
}
