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

    /// Calls `body` with the vintages of the periods within `period`, by period, publication
    /// day and source.
    func forEachVintage<Failure: Error>(
        _ metric: Metric, of subject: String, within period: Period,
        failure: (StorageError) -> Failure,
        _ body: (Observation) throws(Failure) -> Void
    ) throws(Failure) {
        // Rows lie in the order of source numbers, which depends on the order of imports:
        // those that differ in nothing else are held back and sorted by their sources.
        var ties: [Observation] = []
        func release() throws(Failure) {
            if ties.count > 1 {
                ties.sort { $0.source.utf8.lexicographicallyPrecedes($1.source.utf8) }
            }
            for observation in ties { try body(observation) }
            ties.removeAll(keepingCapacity: true)
        }
        let statement: Statement
        do { statement = try self.statement(.vintages) } catch { throw failure(error) }
        defer { statement.reset() }
        do {
            try statement.bind(subject, at: 1)
            try statement.bind(metric.rawValue, at: 2)
            try statement.bind(period.first.number, at: 3)
            try statement.bind(period.last.number, at: 4)
        } catch {
            throw failure(error)
        }
        while true {
            let next: Observation?
            do { next = try statement.step() ? observation(statement) : nil } catch {
                throw failure(error)
            }
            guard let next else { break }
            if let last = ties.last,
                last.period != next.period || last.publishedOn != next.publishedOn
            {
                try release()
            }
            ties.append(next)
        }
        try release()
    }

    /// The present row of a statement that selects `Query.selectObservations`.
    func observation(_ row: Statement) throws(StorageError) -> Observation {
        let period = try period(row)
        let metric = try row.value(1, Metric.init(rawValue:))
        let value = try row.quantity(value: 6, unit: 7, decimals: 8)
        guard value.dimension == metric.dimension else { throw row.unreadable(7) }
        return Observation(
            subject: try row.text(0), metric: metric, period: period, value: value,
            publishedOn: try row.keyDay(4), source: try source(row, 5),
            status: try row.value(9, Status.init(rawValue:)), note: try row.optionalText(10),
            origin: try origin(row, file: 11, line: 12))
    }

    private func source(_ row: Statement, _ column: Int32) throws(StorageError) -> String {
        let number = try row.integer(column)
        if let text = texts.sources[number] { return text }
        let statement = try statement(.source)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        guard try statement.step() else { throw row.unreadable(column) }
        let text = try statement.text(0)
        texts.sources[number] = text
        return text
    }

    /// Where a row was imported from; `nil` for one that another program wrote.
    private func origin(_ row: Statement, file column: Int32, line: Int32) throws(StorageError)
        -> Origin?
    {
        var origin = try file(row, column)
        origin?.line = try row.optionalInteger(line) ?? 0
        return origin
    }

    /// The file of the number in a column, as an origin without a line; `nil` where it is NULL.
    func file(_ row: Statement, _ column: Int32) throws(StorageError) -> Origin? {
        guard let number = try row.optionalInteger(column) else { return nil }
        if let file = texts.files[number] { return file }
        let statement = try statement(.file)
        defer { statement.reset() }
        try statement.bind(number, at: 1)
        guard try statement.step() else { throw row.unreadable(column) }
        let file = Origin(
            importNumber: try statement.integer(0), file: try statement.text(1), line: 0)
        texts.files[number] = file
        return file
    }

    /// The period of a row, of `Query.selectObservations` where nothing else is said.
    func period(
        _ row: Statement, start: Int32 = 2, end: Int32 = 3
    ) throws(StorageError) -> Period {
        guard let period = Period(try row.day(start), try row.day(end)) else {
            throw row.unreadable(start)
        }
        return period
    }

    static let metricsByCode = Metric.allCases.sorted { $0.code < $1.code }
}

extension Statement {
    /// A quantity in three columns, as `Quantity` would have it printed.
    func quantity(value: Int32, unit: Int32, decimals: Int32) throws(StorageError) -> Quantity {
        let quantity = Quantity(
            base: Int64(try integer(value)), unit: try self.value(unit, Unit.init(rawValue:)),
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
