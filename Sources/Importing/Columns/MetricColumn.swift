import Mining

/// A column whose name is a metric, optionally with its unit: `Deployed hashrate (EH/s)`,
/// `deployed_hashrate [EH/s]`, `market_cap_usd_bn`, `BTC held`.
///
/// The unit is in brackets, or follows the metric's code with `_` between its words. Without a unit
/// in the name, the cells must have one.
struct MetricColumn {
    let column: FileColumn
    let metric: MetricSpec
    /// The unit of cells without one; nil if the name has none.
    let unit: WrittenUnit?

    /// The result of reading a column's name.
    enum Outcome {
        case metric(MetricColumn)
        /// The name fits several metrics. `name` is the name without its unit, `remedy` an example
        /// for `--map`.
        case ambiguous(name: String, choices: [Metric], remedy: String)
        /// The unit in the name is not one of the metric.
        case problem(ImportProblem.Reason)
        /// The name is not a metric.
        case notMetric
    }

    /// Reads the name of a column, or the meaning that a mapping gives it.
    static func read(_ column: FileColumn, _ options: ImportOptions) -> Outcome {
        read(column, as: options.meaning(of: column), options)
    }

    /// The same, with the meaning that the options give the name; nil if they give none.
    static func read(
        _ column: FileColumn, as meaning: ColumnMapping.Meaning?, _ options: ImportOptions
    ) -> Outcome {
        let (known, unit): (Metric, String?)
        switch meaning {
        case .metric(let metric, let text):
            (known, unit) = (metric, text ?? parts(of: column.name).unit ?? column.unit)
        case .column, .ignored: return .notMetric
        case nil:
            let (name, text) = parts(of: column.name)
            let choices = options.possibleMetrics(among: Metric.containing(name))
            guard let metric = Metric(named: name) ?? options.preferredMetric(among: choices) else {
                guard choices.count > 1 else { return .notMetric }
                return .ambiguous(
                    name: name, choices: choices,
                    remedy: "\(column.name)=\(mapping(of: text, to: choices[0]))")
            }
            (known, unit) = (metric, text ?? column.unit)
        }
        let metric = MetricSpec(known, options)
        guard let unit else {
            return .metric(MetricColumn(column: column, metric: metric, unit: nil))
        }
        do throws(ValueReader.ValueError) {
            var reader = ValueReader()
            let unit = try reader.unit(Array(unit.utf8).span, of: metric.values)
            if let below = column.unit {
                let below = try reader.unit(Array(below.utf8).span, of: metric.values)
                guard below == unit || meaning != nil else {
                    return .problem(.otherUnit(below.code, label: unit.code))
                }
            }
            return .metric(MetricColumn(column: column, metric: metric, unit: unit))
        } catch {
            let (values, mapping) = (metric.values, "\(column.name)=\(known.code)")
            return switch error {
            case .bareFactor: .problem(.bareFactor(unit, values.unit, mapping: mapping))
            case .unknownUnit where ImportProblem.Reason.forNonValue(unit) == nil:
                .problem(.unknownNameUnit(unit, in: column, of: known, "\(mapping):\(values.unit)"))
            default: .problem(error.reason(about: unit, as: values))
            }
        }
    }

    /// `deployed_hashrate in EH/s`; without the unit if the cells must have one.
    var meaning: String {
        let unit =
            unit ?? metric.values.defaultUnit ?? metric.values.impliedUnit.map { WrittenUnit($0) }
        return metric.metric.code + (unit.map { " in \($0)" } ?? "")
    }

    /// Whether the name is a metric, or nearly.
    static func isLikely(_ column: FileColumn, _ options: ImportOptions) -> Bool {
        if case .notMetric = read(column, options) { false } else { true }
    }

    /// The metrics to suggest for a name that is not one: see `Metric.suggestions`.
    static func suggestions(for column: FileColumn) -> [Metric] {
        Metric.suggestions(for: parts(of: column.name).name)
    }

    /// The meaning that makes `--map` read a column as a metric: `deployed_hashrate:EH/s`.
    static func mapping(of column: FileColumn, to metric: Metric) -> String {
        mapping(of: parts(of: column.name).unit, to: metric)
    }

    /// The same. `text` is the unit in the name. If it is not a unit of the metric, it is replaced
    /// by the first unit that begins with it (`TH/s` for `T`), else by the usual unit.
    private static func mapping(of text: String?, to metric: Metric) -> String {
        guard let text, !text.isEmpty else { return metric.code }
        let spec = ValueSpec(metric, ImportOptions())
        var reader = ValueReader()
        if (try? reader.unit(Array(text.utf8).span, of: spec)) != nil {
            return "\(metric.code):\(text)"
        }
        let unit = Unit.allCases.first {
            $0.dimension == spec.dimension && $0.code.uppercased().hasPrefix(text.uppercased())
        }
        return "\(metric.code):\(unit ?? spec.unit)"
    }

    /// Splits a column's name into the metric and the unit, without the mark of a footnote, such as
    /// `(2)` or `*`, at its end.
    static func parts(of text: String) -> (name: String, unit: String?) {
        // Some names have brackets themselves: `Net income (loss)`.
        if Metric(named: text) != nil { return (text, nil) }
        if let shorter = FootnoteMark.name(before: text) { return parts(of: shorter) }
        if let (name, unit) = brackets(in: text) { return (name, unit) }
        return parts(of: text, around: ",") ?? partsWithoutBrackets(of: text) ?? (text, nil)
    }

    /// Splits `Revenue, $m` at the last `word` into `Revenue` and `$m`; nil if these are not a
    /// metric and a unit.
    static func parts(of text: String, around word: String) -> (name: String, unit: String?)? {
        guard let range = text.ranges(of: word).last else { return nil }
        let name = trimmed(text[..<range.lowerBound])
        let unit = trimmed(text[range.upperBound...])
        return Metric(named: name) != nil && Unit.isWritten(unit) ? (name, unit) : nil
    }

    /// The texts before and in brackets at the end of a column's name; nil if it has none.
    static func brackets(in text: String) -> (name: String, unit: String)? {
        for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
            if text.last == close, let start = text.lastIndex(of: open) {
                let unit = text[text.index(after: start)...].dropLast()
                // `prices[1]` is an element of an array in JSON.
                if open == "[", unit.allSatisfy(\.isNumber) { continue }
                let name = text[..<start].split(separator: " ").joined(separator: " ")
                return (name, String(unit))
            }
        }
        return nil
    }

    /// `market_cap_usd_bn` into `market_cap` and `usdbn`; `power_price_usd_mwh` into
    /// `power_price` and `usd/mwh`.
    private static func partsWithoutBrackets(of text: String) -> (name: String, unit: String?)? {
        let words = normalizedName(text).split(separator: "_")
        // No metric and unit have more words, and the work grows quickly with their number.
        guard words.count <= 10 else { return nil }
        for count in words.indices.dropFirst().reversed() {
            let name = words[..<count].joined(separator: "_")
            guard Metric(named: name) != nil || Metric.containing(name).count > 1 else { continue }
            for separator in ["", "/"] {
                let unit = words[count...].joined(separator: separator)
                if !WrittenUnit.named(unit).isEmpty { return (name, unit) }
            }
        }
        return nil
    }
}
