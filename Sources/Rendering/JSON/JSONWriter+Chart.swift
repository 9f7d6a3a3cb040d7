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
        raw(",\n      \"axis\": {\"type\": ")
        let places: [String]
        switch chart.axis {
        case .days(let days):
            raw("\"days\"")
            places = days.map(\.description)
        case .names(let names):
            raw("\"names\"")
            places = names
        }
        raw(", \"places\": [")
        list(places, separator: ", ") { $0.append($1) }
        raw("]},\n      \"series\": [")
        lines(chart.series, indent: 8) { json, series in
            json.raw("{\"name\": ")
            json.append(series.name)
            json.raw(", \"values\": [")
            json.list(series.values, separator: ", ") { json, value in
                json.raw(value.flatMap(ShortestDecimal.init)?.description ?? "null")
            }
            json.raw("]}")
        }
        raw("]\n    }")
    }
}
