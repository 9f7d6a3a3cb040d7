import Mining

/// How a figure of a report follows from what was published: its formula, the arithmetic with
/// numbers put in, and every input with its source.
///
/// Tables: `figures` (a row for each company or period that the report has the figure of),
/// `inputs` (a row for each observation, in the order in which the figures use them).
package struct Explanation: Sendable {
    /// The explanation.
    package let document: Document

    /// Explains the figure with this code; nil if the report has none. `digits` is how many digits
    /// after the point the user asked for; nil for as many as the interval supports.
    package init?(of code: String, in result: ReportResult, digits: Int? = nil) {
        let explainedFigures = result.explainedFigures.filter { $0.definition.code == code }
        guard let definition = explainedFigures.first?.definition else { return nil }
        let expression = Expression.sum(explainedFigures.compactMap(\.figure.expression))
        document = Document(
            report: result.document.report,
            parameters: result.document.parameters + [Parameter("explain", code)],
            tables: [Self.figures(explainedFigures, definition, digits: digits)].markingNumbers
                + [
                    .observations("inputs", "Inputs", expression.inputs.map(\.observation))
                ],
            notes: ["\(definition.title) = \(definition.formula): \(definition.meaning)."]
                + explainedFigures.map { Self.sentence($0, digits: digits) })
    }

    /// The codes of the figures that a report can explain, in the order of the report, each once.
    package static func codes(of result: ReportResult) -> [String] {
        var codes: [String] = []
        for explained in result.explainedFigures where !codes.contains(explained.definition.code) {
            codes.append(explained.definition.code)
        }
        return codes
    }

    private static func figures(
        _ explainedFigures: [ExplainedFigure], _ definition: FigureDefinition, digits: Int?
    ) -> Table {
        Table(
            name: "figures", title: definition.title,
            columns: [
                .init("figure", "Code", .text, audience: .programs) { .text($0.definition.code) },
                .init("subject", "Subject", .text) { .text($0.subject) },
                .init("period", "Period", .text) { .text($0.period) },
                .init("value", "Value", .number) {
                    .number($0.figure, as: $0.definition, digits: digits)
                },
                .init("unit", "Unit", .text) {
                    .worded($0.definition.unit.code, shown: $0.definition.unit.shown)
                },
                .init("low", "Low", .number) { $0.bound(\.low) },
                .init("high", "High", .number) { $0.bound(\.high) },
                .init("formula", "Formula", .text, audience: .programs) {
                    .text($0.definition.formula)
                },
                .init("arithmetic", "Arithmetic", .text, audience: .programs) {
                    .text(orMissing: $0.figure.expression?.arithmetic)
                },
                .init("remarks", "Remarks", .text, audience: .programs) {
                    .text(orMissing: $0.remarks.joined(separator: "; "))
                },
            ], lines: explainedFigures)
    }

    /// `RIOT, 2025-12: 460 × 100 / 500 = 92.0 % (91.9 … 92.1); estimated.`
    private static func sentence(_ explained: ExplainedFigure, digits: Int?) -> String {
        let opening = "\(explained.subject), \(explained.period): "
        let remarks = explained.remarks.map { "; \($0)" }.joined()
        guard let expression = explained.figure.expression, let estimate = Estimate(expression)
        else { return "\(opening)not known\(remarks)." }
        // Scaled units such as USD bn are for tables; here the whole number is shown.
        let own = explained.definition.unit
        let unit = own.power == 0 ? own : FigureUnit(own.code)
        let decimals = Number(estimate, in: unit, digits: digits).decimals
        func shown(_ value: Double, finer: Int = 0) -> String {
            Number(value, decimals: decimals + finer).text
        }
        let range =
            estimate.halfWidth == 0
            ? ""
            : " (\(shown(estimate.low, finer: 1)) … \(shown(estimate.high, finer: 1)))"
        let result =
            "\(shown(estimate.value)) \(unit.shown)\(range)\(remarks)."
        if case .observed = expression { return opening + result }
        return "\(opening)\(expression.arithmetic) = \(result)"
    }
}

extension ExplainedFigure {
    /// What a reader must know: why there is no value, which method was used, which members'
    /// figures are estimated, carried forward or missing.
    fileprivate var remarks: [String] {
        if figure.expression == nil { return [figure.missingReason] }
        let remarks = [figure.basis].compactMap(\.self)
        let conflicts = figure.conflicts.map(\.words)
        guard let coverage = figure.coverage else {
            return remarks + figure.marks.filter { $0 != .conflict }.map(\.explanation) + conflicts
        }
        let kinds = [
            ("estimated", coverage.estimated), ("carried", coverage.carried),
            ("missing", coverage.missing),
        ]
        return remarks
            + kinds.filter { !$0.1.isEmpty }.map { kind, tickers in
                "\(kind): \(tickers.joined(separator: ", "))"
            } + conflicts
    }

    /// A bound of the interval, one digit finer than the value.
    fileprivate func bound(_ bound: (Estimate) -> Double) -> Cell {
        guard let estimate = Estimate(figure.expression) else { return .missing }
        let number = Number(estimate, in: definition.unit)
        return .number(
            Number(bound(estimate), decimals: number.decimals + 1, power: number.power))
    }
}
