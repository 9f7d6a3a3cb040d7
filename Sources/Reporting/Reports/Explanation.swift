import Mining

/// How a figure of a report follows from what was published: its formula in words and symbols,
/// the arithmetic with numbers put in, and every input with its source.
///
/// Tables: `figures` (one row for each company or moment that the report has the figure of),
/// `inputs` (one row per observation, each once, in the order in which the figures name them).
package struct Explanation: Sendable {
    package let document: Document

    /// `nil` where the report has no figure of that code.
    package init?(of code: String, in account: Account, digits: Int? = nil) {
        let workings = account.workings.filter { $0.definition.code == code }
        guard let definition = workings.first?.definition else { return nil }
        let expression = Expression.sum(workings.compactMap(\.computed.expression))
        document = Document(
            report: account.document.report,
            parameters: account.document.parameters + [Parameter("explain", code)],
            tables: [
                Self.figures(workings, definition, digits: digits), Self.inputs(expression.inputs),
            ],
            notes: ["\(definition.title) = \(definition.formula): \(definition.meaning)."]
                + workings.map { Self.sentence($0, digits: digits) })
    }

    /// The codes that a report can explain, in its order, each once.
    package static func codes(of account: Account) -> [String] {
        var codes: [String] = []
        for working in account.workings where !codes.contains(working.definition.code) {
            codes.append(working.definition.code)
        }
        return codes
    }

    private static func figures(
        _ workings: [Working], _ definition: FigureDefinition, digits: Int?
    ) -> Table {
        Table(
            name: "figures", title: definition.title,
            columns: [
                Column("figure", "Code", .text, audience: .programs),
                Column("subject", "Subject", .text), Column("period", "Period", .text),
                Column("value", "Value", .number), Column("unit", "Unit", .text),
                Column("low", "Low", .number), Column("high", "High", .number),
                Column("formula", "Formula", .text, audience: .programs),
                Column("arithmetic", "Arithmetic", .text, audience: .programs),
                Column("remarks", "Remarks", .text, audience: .programs),
            ],
            rows: workings.map { working in
                let definition = working.definition
                let estimate = Estimate(working.computed.expression)
                let remarks = working.remarks
                return [
                    .text(definition.code), .text(working.subject), .text(working.period),
                    .number(working.computed, as: definition, digits: digits),
                    .worded(definition.unit.code, shown: definition.unit.shown),
                    .bound(estimate?.low, like: estimate, definition.unit),
                    .bound(estimate?.high, like: estimate, definition.unit),
                    .text(definition.formula),
                    .text(orMissing: working.computed.expression?.arithmetic),
                    .text(orMissing: remarks.joined(separator: "; ")),
                ]
            })
    }

    /// `RIOT, 2025-12: 460 × 100 / 500 = 92.0 % (91.9 … 92.1); estimated.`
    private static func sentence(_ working: Working, digits: Int?) -> String {
        let opening = "\(working.subject), \(working.period): "
        let remarks = working.remarks.map { "; \($0)" }.joined()
        guard let expression = working.computed.expression, let estimate = Estimate(expression)
        else { return "\(opening)not known\(remarks)." }
        let unit = working.definition.unit
        func shown(_ value: Double, finer: Int = 0) -> String {
            Number(value, places: (digits ?? estimate.places) + finer).text
        }
        let range =
            estimate.halfWidth == 0
            ? ""
            : " (\(shown(estimate.low, finer: 1)) … \(shown(estimate.high, finer: 1)))"
        let result = "\(shown(estimate.value)) \(unit.code)\(range)\(remarks)."
        let arithmetic = expression.arithmetic
        if case .observed = expression { return opening + result }
        return "\(opening)\(arithmetic) = \(result)"
    }

    private static func inputs(_ inputs: [Expression.Input]) -> Table {
        Table(
            name: "inputs", title: "Inputs",
            columns: [
                Column("subject", "Subject", .text), Column("metric", "Metric", .text),
                Column("period", "Period", .text), Column("printed", "As printed", .text),
                Column("published_on", "Published", .date), Column("status", "Status", .text),
                Column("source", "Source", .text), Column("import", "Import", .number),
                Column("file", "File", .text), Column("line", "Line", .number),
                Column("note", "Note", .text, audience: .programs),
            ],
            rows: inputs.map { input in
                let observation = input.observation
                return [
                    .text(observation.subject), .text(observation.metric.code),
                    .text("\(observation.period)"), .text("\(observation.value)"),
                    observation.publishedOn.map(Cell.date) ?? .missing,
                    .text(observation.status.name), .text(orMissing: observation.source),
                    .count(observation.origin?.importNumber),
                    .text(orMissing: observation.origin?.file), .count(observation.origin?.line),
                    .text(orMissing: observation.note),
                ]
            })
    }
}

extension Working {
    /// What a reader must know of it: why it is open, which of several ways was taken, whose
    /// parts are carried, estimated or missing.
    fileprivate var remarks: [String] {
        if computed.expression == nil {
            return [computed.reason ?? "its formula divides by zero"]
        }
        var remarks = [computed.basis].compactMap(\.self)
        guard let coverage = computed.coverage else {
            return remarks + computed.marks.map(\.explanation)
        }
        for (what, tickers) in [
            ("estimated", coverage.estimated), ("carried", coverage.carried),
            ("missing", coverage.missing),
        ] where !tickers.isEmpty {
            remarks.append("\(what): \(tickers.joined(separator: ", "))")
        }
        return remarks
    }
}

extension Cell {
    /// A bound of an interval, one digit finer than the value that it bounds.
    fileprivate static func bound(_ value: Double?, like estimate: Estimate?, _ unit: FigureUnit)
        -> Cell
    {
        guard let value, let estimate else { return .missing }
        return .number(Number(value, places: estimate.places + 1 - unit.power, power: unit.power))
    }
}
