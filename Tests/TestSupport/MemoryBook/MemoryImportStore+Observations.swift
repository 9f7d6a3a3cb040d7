import Bookkeeping
import Mining

extension MemoryImportStore {
    func sourceNumbers(of texts: StringPool, used: [Bool]) throws(BookError) -> [Int] {
        (0..<texts.count).map { index in
            let text = texts[index]
            guard used[index], !text.isEmpty else { return 0 }
            let last = book.rows.sources.values.max() ?? 0
            let number = book.rows.sources[ExactText(text)] ?? last + 1
            book.rows.sources[ExactText(text)] = number
            return number
        }
    }

    func lastPeriodEnds(of series: [SeriesKey]) throws(BookError) -> [Int?] {
        series.map { series in
            book.rows.rows.keys.compactMap { key in
                guard case .observation(series.subject, let found, let period, _, _) = key,
                    found.rawValue == series.metric
                else { return nil }
                return period.last.number
            }.max()
        }
    }

    func insert(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) -> [KeyedRow] {
        var present: [KeyedRow] = []
        for row in rows {
            if book.rows.rows[key(row, of: batch)] != nil {
                present.append(row)
            } else {
                put(row, of: batch)
            }
        }
        return present
    }

    func replace(_ rows: [KeyedRow], of batch: NumberedBatch) throws(BookError) {
        for row in rows { put(row, of: batch) }
    }

    func vintages(at keys: [ObservationKey]) throws(BookError) -> StoredVintages {
        var vintages = StoredVintages(reserving: keys.count)
        for wanted in keys {
            let found = book.rows.rows.compactMap { key, row -> StoredObservation? in
                guard
                    case .observation(
                        wanted.subject, let metric, let period, let publishedOn, let source) = key,
                    metric.rawValue == wanted.metric, period.last.number == wanted.periodEnd,
                    period.offset == wanted.periodOffset
                else { return nil }
                return stored(row, publishedOn, source)
            }
            for row in found.sorted(by: {
                ($0.publishedOn, $0.sourceID) < ($1.publishedOn, $1.sourceID)
            }) {
                vintages.append(row)
            }
            vintages.endKey()
        }
        return vintages
    }

    func corrected(
        at key: ObservationKey, byImport number: Int
    ) throws(BookError) -> StoredObservation? {
        for correction in book.rows.corrections where correction.byImport == number {
            guard
                case .observation(
                    key.subject, let metric, let period, key.publishedOn, key.source) = correction
                    .key,
                metric.rawValue == key.metric, period.last.number == key.periodEnd,
                period.offset == key.periodOffset
            else { continue }
            return stored(correction.old, key.publishedOn, key.source)
        }
        return nil
    }

    func observation(
        _ row: StoredObservation, like other: Observation
    ) throws(BookError) -> Observation {
        var observation = other
        observation.publishedOn =
            row.publishedOn == Day.unknownPublication ? nil : Day(number: row.publishedOn)
        observation.source =
            book.rows.sources.first { $0.value == row.sourceID }?.key.text ?? ""
        if let unit = Unit(rawValue: row.unitID),
            let value = Quantity(digits: Int64(row.value), unit: unit, decimals: row.decimals)
        {
            observation.value = value
        }
        observation.status = Status(rawValue: row.statusID) ?? other.status
        observation.note = row.note
        observation.origin = nil
        if let file = row.fileID, let line = row.line {
            observation.origin = book.rows.origin(RowPlace(file: file, line: line))
        }
        return observation
    }

    private func put(_ row: KeyedRow, of batch: NumberedBatch) {
        var lined = batch.batch[row.index]
        if case .company(let company) = book.rows.rows[.subject(row.key.subject)]?.content {
            lined.value.subject = company.ticker
        }
        book.rows.put(
            key(row, of: batch), .observation(lined.value),
            at: RowPlace(file: batch.file, line: lined.line))
    }

    private func key(_ row: KeyedRow, of batch: NumberedBatch) -> MemoryRows.Key {
        let content = batch.rows[row.index]
        return .observation(
            subject: row.key.subject, content.metric, content.period,
            publishedOn: row.key.publishedOn, source: row.key.source)
    }

    private func stored(
        _ row: MemoryRows.Row, _ publishedOn: Int, _ source: Int
    ) -> StoredObservation? {
        guard case .observation(let observation) = row.content else { return nil }
        return StoredObservation(
            publishedOn: publishedOn, sourceID: source, value: Int(observation.value.digits),
            unitID: observation.value.unit.rawValue, decimals: observation.value.decimals,
            statusID: observation.status.rawValue, note: observation.note, fileID: row.place?.file,
            line: row.place?.line)
    }
}
