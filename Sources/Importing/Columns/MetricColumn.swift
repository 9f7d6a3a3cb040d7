import Mining

/// A column of figures of one metric, as its name says: `Deployed hashrate (EH/s)`,
/// `deployed_hashrate [EH/s]`, `market_cap_usd_bn`, `BTC held`.
///
/// The unit stands in brackets, or behind the metric's code with `_` between its words. A name
/// without a unit leaves it to the cells.
struct MetricColumn {
    let column: Column
    let metric: MeasuredMetric
    /// The unit of cells that don't say theirs.
    let unit: Unit?

    /// What a column's name says.
    enum Reading {
        case metric(MetricColumn)
        /// It is nearly that of a metric.
        case problem(ImportProblem.Fact)
        /// It is not a metric's.
        case other
    }

    static func read(_ column: Column, _ options: ImportOptions) -> Reading {
        let (known, unit): (Metric, String?)
        switch options.meaning(of: column) {
        case .metric(let metric, let text):
            (known, unit) = (metric, text ?? parts(of: column.name).unit)
        case .column, .ignored: return .other
        case nil:
            let (name, text) = parts(of: column.name)
            let choices = Metric.containing(name)
            guard let metric = Metric(named: name) ?? options.settled(choices) else {
                guard choices.count > 1 else { return .other }
                let remedy = choices[0].code + (text.map { ":\($0)" } ?? "")
                return .problem(
                    .ambiguousColumn(
                        name, choices: choices.map(\.code), remedy: "\(column.name)=\(remedy)"))
            }
            (known, unit) = (metric, text)
        }
        let metric = MeasuredMetric(known, options)
        guard let unit else {
            return .metric(MetricColumn(column: column, metric: metric, unit: nil))
        }
        do throws(ValueReader.Mistake) {
            var reader = ValueReader()
            let unit = try reader.unit(Array(unit.utf8).span, of: metric.measure)
            return .metric(MetricColumn(column: column, metric: metric, unit: unit))
        } catch {
            return .problem(error.fact(about: unit, as: metric.measure))
        }
    }

    /// `deployed_hashrate in EH/s`; without the unit where the cells have to say it.
    var meaning: String {
        let unit = unit ?? metric.measure.defaultUnit ?? metric.measure.impliedUnit
        return metric.metric.code + (unit.map { " in \($0)" } ?? "")
    }

    /// Whether the name is a metric's, or nearly.
    static func isLikely(_ column: Column, _ options: ImportOptions) -> Bool {
        if case .other = read(column, options) { false } else { true }
    }

    /// The metric that the name may misspell.
    static func nearestCode(to column: Column) -> String? {
        Metric.nearestCode(to: parts(of: column.name).name)
    }

    /// Divides a column's name into the metric's and the unit's.
    private static func parts(of text: String) -> (name: String, unit: String?) {
        for (open, close) in [("(", ")"), ("[", "]")] as [(Character, Character)] {
            if text.last == close, let start = text.lastIndex(of: open) {
                let unit = text[text.index(after: start)...].dropLast()
                let name = text[..<start].split(separator: " ").joined(separator: " ")
                return (name, String(unit))
            }
        }
        return Metric(named: text) == nil
            ? partsWithoutBrackets(of: text) ?? (text, nil) : (text, nil)
    }

    /// `market_cap_usd_bn` into `market_cap` and `usdbn`; `power_price_usd_mwh` into
    /// `power_price` and `usd/mwh`.
    private static func partsWithoutBrackets(of text: String) -> (name: String, unit: String?)? {
        let words = normalizedName(text).split(separator: "_")
        // No metric with its unit has more words; many more would take their time.
        guard words.count <= 10 else { return nil }
        for count in words.indices.dropFirst().reversed() {
            let name = words[..<count].joined(separator: "_")
            guard Metric(named: name) != nil || Metric.containing(name).count > 1 else { continue }
            for separator in ["", "/"] {
                let unit = words[count...].joined(separator: separator)
                if !Unit.named(unit).isEmpty { return (name, unit) }
            }
        }
        return nil
    }
}
