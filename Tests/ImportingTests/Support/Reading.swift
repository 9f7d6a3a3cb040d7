import CSV
import Importing
import Mining
import Workbooks

/// A file as the tests write it, read to its end.
struct Reading {
    var kind: FileKind?
    var companies: [Located<Company>] = []
    var aliases: [Located<Alias>] = []
    var shareBases: [Located<ShareBasis>] = []
    var memberships: [Located<Membership>] = []
    var observations: [Located<Observation>] = []
    var claims: [Located<Claim>] = []
    var counts = ImportCounts()
    var diagnostics: Diagnostics
    /// How many values each batch had.
    var batches: [Int] = []

    init(
        _ text: String, roster: Roster = .miners, options: ImportOptions = ImportOptions(),
        batchSize: Int = 4096, limit: Int = 50
    ) {
        self.init(
            Array(text.utf8), roster: roster, options: options, batchSize: batchSize, limit: limit)
    }

    init(
        _ bytes: [UInt8], name: String = "q4.csv", roster: Roster = .miners,
        options: ImportOptions = ImportOptions(), batchSize: Int = 4096, limit: Int = 50
    ) {
        var options = options
        options.batchSize = batchSize
        diagnostics = Diagnostics(limit: limit)
        do throws(ImportFailure) {
            let file = try ImportFile(
                name, MemorySource(bytes), options: options,
                again: { MemorySource(bytes) }, reporting: &diagnostics)
            guard let file else { return }
            options.reportAbsentColumns(in: [file], to: &diagnostics)
            kind = file.kind
            var rows = file.rows(roster: roster)
            while let batch = try rows.next(reporting: &diagnostics) { take(batch) }
            options.reportAbsentLabels(in: [file], to: &diagnostics)
            counts = file.counts
        } catch {
            preconditionFailure("memory cannot fail: \(error)")
        }
    }

    /// A JSON file with all of its tables. `limit` as above.
    init(
        json bytes: [UInt8], name: String = "q4.json", roster: Roster = .miners,
        options: ImportOptions = ImportOptions(), limit: Int = 50
    ) {
        diagnostics = Diagnostics(limit: limit)
        let tables = JSONFile.tables(name, JSONFile.text(bytes), options, reporting: &diagnostics)
        for table in tables {
            read(roster) { diagnostics throws(ImportFailure) in
                try ImportFile(
                    table.name, table: table.records, options: table.options,
                    reporting: &diagnostics)
            }
        }
    }

    /// The facts of a company's filings.
    init(companyFacts bytes: [UInt8], roster: Roster = .miners, options: ImportOptions) {
        diagnostics = Diagnostics(limit: 50)
        let facts: CompanyFactsTable
        do throws(CSVReader.Failure) {
            facts = try CompanyFactsTable(bytes, options)
        } catch {
            guard case .damaged(let place, let reason as ImportProblem.Reason) = error else {
                preconditionFailure("\(error)")
            }
            diagnostics.report(ImportProblem(file: "CIK1.json", at: place, reason: reason))
            return
        }
        read(roster) { diagnostics throws(ImportFailure) in
            try ImportFile(
                "CIK1.json", table: facts.records, facts: facts, options: options,
                reporting: &diagnostics)
        }
        if diagnostics.problemCount == 0 { for note in facts.summary { diagnostics.note(note) } }
    }

    /// The sheets of a workbook in an open file that `options` choose.
    init(
        workbook descriptor: Int32, roster: Roster = .miners,
        options: ImportOptions = ImportOptions()
    ) {
        diagnostics = Diagnostics(limit: 50)
        do {
            let workbook = try Workbook(descriptor: descriptor)
            for sheet in try workbook.sheets(options).chosen {
                let table = try SheetTable(
                    sheet, of: workbook, file: "q4.xlsx", range: options.range)
                read(roster) { diagnostics throws(ImportFailure) in
                    try ImportFile(
                        table.name, table: table.records, sheet: sheet.name, options: options,
                        reporting: &diagnostics)
                }
                table.report(to: &diagnostics)
            }
        } catch {
            let reason = error as? ImportProblem.Reason
            guard let reason = reason ?? (error as? WorkbookError).map({ .workbook($0) }) else {
                preconditionFailure("\(error)")
            }
            diagnostics.report(ImportProblem(file: "q4.xlsx", at: .file, reason: reason))
        }
    }

    /// Reads the rows of a file that `open` opens.
    private mutating func read(
        _ roster: Roster, _ open: (inout Diagnostics) throws(ImportFailure) -> ImportFile?
    ) {
        do throws(ImportFailure) {
            guard let file = try open(&diagnostics) else { return }
            kind = file.kind
            var rows = file.rows(roster: roster)
            while let batch = try rows.next(reporting: &diagnostics) { take(batch) }
            counts += file.counts
        } catch {
            preconditionFailure("memory cannot fail: \(error)")
        }
    }

    private mutating func take(_ batch: ImportBatch) {
        switch batch {
        case .companies(let values): append(values, to: \.companies)
        case .aliases(let values): append(values, to: \.aliases)
        case .shareBasis(let values): append(values, to: \.shareBases)
        case .memberships(let values): append(values, to: \.memberships)
        case .observations(let batch):
            append((0..<batch.count).map { batch[$0] }, to: \.observations)
        case .claims(let values): append(values, to: \.claims)
        }
    }

    private mutating func append<Value>(
        _ values: [Located<Value>], to path: WritableKeyPath<Reading, [Located<Value>]>
    ) {
        self[keyPath: path] += values
        batches.append(values.count)
    }

    /// The sentences without the file's name.
    var problems: [String] {
        diagnostics.problems.map { String("\($0)".dropFirst("q4.csv:".count)) }
    }

    /// How many values there are of all kinds.
    var valueCount: Int {
        companies.count + aliases.count + shareBases.count + memberships.count
            + observations.count + claims.count
    }

    var reasons: [ImportProblem.Reason] { diagnostics.problems.map(\.reason) }
}

extension Roster {
    /// Some companies with former names, a group and the network.
    static let miners = Roster(
        companies: [
            Company(ticker: "RIOT", name: "Riot Platforms, Inc.", fiscalYearEnd: 12),
            Company(
                ticker: "MARA", name: "MARA Holdings, Inc.", fiscalYearEnd: 12, cik: 1_507_605),
            Company(ticker: "CLSK", name: "CleanSpark, Inc.", fiscalYearEnd: 9),
            Company(ticker: "IREN", name: "IREN Limited", fiscalYearEnd: 6),
            Company(ticker: "BITF", name: "Bitfarms Ltd.", fiscalYearEnd: 12),
            Company(ticker: "CORZ", name: "Core Scientific, Inc.", fiscalYearEnd: 12),
            Company(ticker: "NEWC", name: "Newcomer Corp."),
        ],
        groups: ["us-listed"],
        aliases: [
            Alias(alias: "Riot Blockchain", ticker: "RIOT"),
            Alias(alias: "CORZQ", ticker: "CORZ", validTo: Day(year: 2024, month: 1, day: 31)),
            Alias(alias: "KEEL", ticker: "BITF", validFrom: Day(year: 2026, month: 4, day: 1)),
            Alias(
                alias: "Spark", ticker: "CLSK", validFrom: Day(year: 2025, month: 9, day: 1),
                validTo: Day(year: 2025, month: 9, day: 30)),
        ])
}

/// A day of a test, written as ISO 8601.
func day(_ text: String) -> Day { Day(text) ?? .first }

func period(_ text: String) -> Period {
    PeriodText(text)?.period(fiscalYearEnd: nil) ?? Period(day: .first)
}

func quantity(_ base: Int64, _ unit: Unit, _ decimals: Int) -> Quantity? {
    Quantity(base: base, unit: unit, decimals: decimals)
}
