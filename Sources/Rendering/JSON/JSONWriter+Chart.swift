import Reporting

extension JSONWriter {
    /// Appends a chart. Each series has one value for each place of the axis, null if it is missing.
    mutating func append(_ chart: Chart) {
        raw("{\n      \"name\": ")
        append(chart.name)
        raw(",\n      \"title\": ")
        append(chart.title)
        raw(",\n      \"kind\": \"\(chart.kind.rawValue)\",\n      \"unit\": ")
        append(chart.unit)
        if let note = chart.note {
            raw(",\n      \"note\": ")
            append(note)
        }
        raw(",\n      \"axis\": {\"type\": ")
        let places: [String]
        switch chart.axis {
        case .days(let days):
            raw("\"days\"")
            places = days.map(\.description)
        case .names(let names):
            raw("\"names\"")
            places = names
        case .numbers(let numbers, let unit):
            raw("\"numbers\", \"unit\": ")
            append(unit)
            places = numbers.map { ShortestDecimal($0)?.description ?? "null" }
        }
        let areNumbers = if case .numbers = chart.axis { true } else { false }
        raw(", \"places\": [")
        list(places, separator: ", ") { json, place in
            if areNumbers { json.raw(place) } else { json.append(place) }
        }
        raw("]},\n      \"series\": [")
        lines(chart.series, indent: 8) { json, series in
            json.raw("{\"name\": ")
            json.append(series.name)
            json.raw(", \"values\": [")
            json.list(series.values, separator: ", ") { json, value in
                json.raw(value.flatMap(ShortestDecimal.init)?.description ?? "null")
            }
            json.raw("]")
            json.append(marksOf: series)
            json.raw("}")
        }
        raw("]\n    }")
    }

    /// Appends the marks of each value, if one has any.
    private mutating func append(marksOf series: Chart.Series) {
        if series.marks.isEmpty { return }
        raw(", \"marks\": [")
        list(series.values.indices, separator: ", ") { json, place in
            json.raw("[")
            json.list(series.marks[place] ?? [], separator: ", ") { $0.append($1.rawValue) }
            json.raw("]")
        }
        raw("]")
    }
}
