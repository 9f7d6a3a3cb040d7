import Mining

extension Database {
    /// Every vintage of `subject`, of one metric or (`nil`) of all, in the order of an export;
    /// none where there is no such subject.
    package func vintages(of subject: String, metric: Metric?) throws(StorageError)
        -> [Observation]
    {
        var vintages: [Observation] = []
        for metric in metric.map({ [$0] }) ?? Self.metricsByCode {
            vintages += try self.vintages(metric, of: subject, within: .always)
        }
        return vintages
    }

    /// The vintages of the periods within `period`, by period, publication day and source.
    package func vintages(
        _ metric: Metric, of subject: String, within period: Period
    ) throws(StorageError) -> [Observation] {
        guard let (number, code) = try self.subject(subject) else { return [] }
        let statement = try statement(.vintages)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        try statement.bind(metric.rawValue, at: 2)
        try statement.bind(period.first.number, at: 3)
        try statement.bind(period.last.number, at: 4)
        // Rows lie in the order of source numbers, which depends on the order of imports: those
        // that differ in nothing else, from `ties` on, are sorted by their sources.
        var vintages: [Observation] = []
        var ties = 0
        func sortTies() {
            guard vintages.count - ties > 1 else { return }
            vintages[ties...].sort { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
        }
        while try statement.step() {
            let next = try observation(statement, of: code)
            if let last = vintages.last,
                last.period != next.period || last.publishedOn != next.publishedOn
            {
                sortTies()
                ties = vintages.count
            }
            vintages.append(next)
        }
        sortTies()
        return vintages
    }

    /// The present row of a statement that selects what `Query.selectObservations` does.
    /// `code` is given where the row has the number of the subject, and not its code.
    func observation(_ row: Statement, of code: String? = nil) throws(StorageError)
        -> Observation
    {
        let subject = if let code { code } else { try row.text(0) }
        let period = try period(row)
        let metric = try row.value(1, Metric.init(rawValue:))
        let value = try row.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw row.unreadable(7) }
        return Observation(
            subject: subject, metric: metric, period: period, value: value,
            publishedOn: try row.publicationDay(4), source: try source(row, 5),
            status: try row.value(9, Status.init(rawValue:)), note: try row.optionalText(10),
            origin: try origin(row, file: 11, line: 12))
    }

    /// The period of a row, of `Query.selectObservations` where nothing else is said.
    func period(
        _ row: Statement, start: Int32 = 2, end: Int32 = 3
    ) throws(StorageError) -> Period {
        let last = try row.day(end)
        guard let period = Period(try row.day(start), last) else { throw row.unreadable(start) }
        return period
    }

    static let metricsByCode = Metric.allCases.sorted { $0.code < $1.code }
}

extension Statement {
    /// A quantity in three columns, as `Quantity` would have it printed.
    func quantity(value: Int32, unit: Int32, decimals: Int32) throws(StorageError) -> Quantity {
        let quantity = Quantity(
            digits: Int64(try integer(value)), unit: try self.value(unit, Unit.init(rawValue:)),
            decimals: try integer(decimals))
        guard let quantity else { throw unreadable(value) }
        return quantity
    }

    /// Where the row was imported from; `nil` for one that another program wrote.
    func origin(import number: Int32, file: Int32, line: Int32) throws(StorageError) -> Origin? {
        guard let importNumber = try optionalInteger(number) else { return nil }
        return Origin(
            importNumber: importNumber, file: try text(file),
            line: try optionalInteger(line) ?? 0)
    }
}
