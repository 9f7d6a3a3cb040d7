import Bookkeeping
import Mining

/// A storage engine in memory: the simplest one that passes `BookContractTests`. Every lookup scans
/// all rows.
package final class MemoryBook: OpenBook {
    var rows = MemoryRows()
    package var upgrade: Upgrade? { nil }

    package init() {}

    // MARK: Reading

    package func companies() throws(BookError) -> [Company] { rows.book.companies() }

    package func groups() throws(BookError) -> [String] { rows.book.groups() }

    package func memberships(of group: String) throws(BookError) -> [Membership] {
        rows.book.memberships(of: group)
    }

    package func shareBasis() throws(BookError) -> [ShareBasis] { rows.book.shareBasis() }

    package func latest(
        _ metric: Metric, of subject: String, at day: Day, knownOn: Day?
    ) throws(BookError) -> Observation? {
        rows.book.latest(metric, of: subject, at: day, knownOn: knownOn)
    }

    package func vintages(
        _ metric: Metric, of subject: String, within period: Period
    ) throws(BookError) -> [Observation] {
        rows.book.vintages(metric, of: subject, within: period)
    }

    package func earliestDay(
        of metric: Metric, of subject: String
    ) throws(BookError) -> Day? { rows.book.earliestDay(of: metric, of: subject) }

    package func claims(
        of figure: FigureCode, about subject: String
    ) throws(BookError) -> [Claim] { rows.book.claims(of: figure, about: subject) }

    package func aliases() throws(BookError) -> [Alias] { rows.aliases }

    package func allClaims() throws(BookError) -> [Claim] {
        rows.book.allClaims.sorted {
            let (one, two) = (
                [$0.publisher, $0.subject, $0.figure.description],
                [$1.publisher, $1.subject, $1.figure.description]
            )
            for (left, right) in zip(one, two) where left != right {
                return precedes(left, right)
            }
            return ClaimOrder($0) == ClaimOrder($1)
                ? precedes($0.source, $1.source) : ClaimOrder($0) < ClaimOrder($1)
        }
    }

    package func imports() throws(BookError) -> [ImportRecord] {
        rows.imports.map { record in
            var record = record
            record.retracted = rows.corrections.compactMap { correction in
                guard correction.isDeletion, correction.byImport == record.number,
                    case .observation(var old) = correction.old.content
                else { return nil }
                old.origin = correction.old.place.map(rows.origin)
                return old
            }
            return record
        }
    }

    package func sources() throws(BookError) -> [SourceUse] {
        var uses: [ExactText: SourceUse] = [:]
        let book = rows.book
        for source in book.allObservations.map(\.source) where !source.isEmpty {
            uses[ExactText(source), default: SourceUse(text: source, observations: 0, claims: 0)]
                .observations += 1
        }
        for source in book.allClaims.map(\.source) where !source.isEmpty {
            uses[ExactText(source), default: SourceUse(text: source, observations: 0, claims: 0)]
                .claims += 1
        }
        return uses.values.sorted { precedes($0.text, $1.text) }
    }

    package func everyObservation() throws(BookError) -> any ObservationWalk {
        Walk(rows.book.allObservations)
    }

    package func snapshot<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value { try body() }

    package func compute<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Value
    ) throws(Thrown) -> Value { try body() }

    /// Gives all observations in one batch.
    private final class Walk: ObservationWalk {
        private var rest: [Observation]

        init(_ observations: [Observation]) {
            rest = observations.sorted {
                if $0.subject != $1.subject { return precedes($0.subject, $1.subject) }
                if $0.metric != $1.metric { return $0.metric.code < $1.metric.code }
                return isExportedBefore($0, $1)
            }
        }

        func next(into batch: inout ObservationBatch) throws(BookError) -> Bool {
            if rest.isEmpty { return false }
            batch = ObservationBatch(rest.map { Located(value: $0, line: 0) })
            rest = []
            return true
        }
    }

    // MARK: Transactions

    @discardableResult
    package func transaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown, _ body: () throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        let before = rows
        do throws(Thrown) {
            switch try body() {
            case .commit(let value): return value
            case .rollBack(let value):
                rows = before
                return value
            }
        } catch {
            rows = before
            throw error
        }
    }

    package func importTransaction<Value, Thrown: Error>(
        failure: (BookError) -> Thrown,
        _ body: (any ImportStore) throws(Thrown) -> Ending<Value>
    ) throws(Thrown) -> Value {
        try transaction(failure: failure) { () throws(Thrown) in
            try body(MemoryImportStore(self))
        }
    }

    // MARK: Maintenance

    package func structureFindings() throws(BookError) -> [Finding] { [] }

    package func rowsOfOtherPrograms() throws(BookError) -> [Finding] { [] }

    package func orphanFindings() throws(BookError) -> [Finding] { [] }

    package func repeatedSources() throws(BookError) -> [String] { [] }

    package func scanObservations(
        _ body: (Result<Observation, UnreadableRow>) -> Bool
    ) throws(BookError) {
        for observation in rows.book.allObservations where !body(.success(observation)) { return }
    }

    package func scanClaims(_ body: (Result<Claim, UnreadableRow>) -> Bool) throws(BookError) {
        for claim in rows.book.allClaims where !body(.success(claim)) { return }
    }
}
