import CSV
import Mining

/// Reads the days of a file that are not in ISO 8601, in the order that the options say or that
/// the whole column proves.
///
/// For a proof the file is read a second time, once for each column and only where one of its
/// dates needs it. (A class: every row of a file hands it round.)
final class DateReader {
    /// What a text is as a date.
    enum Answer {
        case day(Day)
        case mistake(ImportProblem.Fact)
        case notDate
    }

    private let options: ImportOptions
    private let rows: (() throws -> CSVReader)?
    private var surveys: [Int: DateSurvey] = [:]
    /// What was proven since it was last asked, as sentences.
    private var proofs: [String] = []
    /// What ended a second reading.
    private(set) var failure: (any Error)?

    /// `rows` gives the file's records once more, without the header.
    init(_ options: ImportOptions, rows: (() throws -> CSVReader)? = nil) {
        self.options = options
        self.rows = rows
    }

    func read(_ text: String, in column: Column) -> Answer {
        guard let date = DateText(text, timezone: options.timezone) else { return .notDate }
        switch date.kind {
        case .clear: return answer(text, Array(date.readings.values))
        case .epoch:
            guard survey(column).isEpoch else { return .mistake(.mixedEpoch(text)) }
            return answer(text, Array(date.readings.values))
        case .ordered: break
        }
        if date.readings.isEmpty { return .mistake(.impossibleDay(text)) }
        if let order = options.dateOrder {
            return date.readings[order].map { .day($0) } ?? .mistake(.otherOrder(text, order))
        }
        let survey = survey(column)
        if let (other, line) = survey.contradiction {
            return .mistake(.mixedOrders(text, other: other, line: line))
        }
        let left = DateOrder.allCases.filter { survey.orders.contains($0) }
        let days = left.compactMap { date.readings[$0] }
        guard Set(days).count > 1 else { return answer(text, days) }
        return .mistake(.ambiguousDate(text, days, orders: left.map(\.rawValue)))
    }

    func takeProofs() -> [String] {
        defer { proofs = [] }
        return proofs
    }

    private func answer(_ text: String, _ days: [Day]) -> Answer {
        days.first.map { .day($0) } ?? .mistake(.impossibleDay(text))
    }

    private func survey(_ column: Column) -> DateSurvey {
        guard let index = column.index, let rows else { return DateSurvey() }
        if let known = surveys[index] { return known }
        var survey = DateSurvey()
        do {
            var reader = try rows()
            while try reader.next() {
                guard index < reader.record.fields.count else { continue }
                let bytes = reader.record.buffer.span
                    .extracting(reader.record.fields[index].range)
                let cell = bytes.extracting(bytes.trimmed)
                if cell.isEmpty { continue }
                survey.take(cell.isoDay == nil ? cell.text : nil, line: reader.record.line)
            }
        } catch let CSVReader.Failure.source(cause) {
            failure = cause
        } catch is CSVReader.Failure {
            // The first reading comes to the same place and says so.
        } catch {
            failure = error
        }
        if let proof = survey.proof {
            proofs.append("\(escaped(column.name)) is read as \(proof)")
        }
        surveys[index] = survey
        return survey
    }
}
