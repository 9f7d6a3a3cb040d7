import Importing
import Mining

/// Values that the importer takes are read back from what is printed of them, digit by digit. Each
/// line of the input is a value; its first byte chooses the metric.
func checkValues(_ bytes: [UInt8]) {
    let metrics = [
        "btc_held", "deployed_hashrate", "revenue", "power_price", "difficulty", "fleet_efficiency",
    ]
    let rows = lines(bytes).compactMap { line in
        line.first.map { first in
            Row(
                metric: metrics[Int(first) % metrics.count], period: Array("2025-12-31".utf8),
                value: Array(line.dropFirst()), unit: "")
        }
    }
    let file = read(rows)
    let printed = file.observations.map { observation in
        let words = observation.value.description.split(separator: " ", maxSplits: 1)
        return Row(
            metric: observation.metric.code, period: Array("2025-12-31".utf8),
            value: Array(words[0].utf8), unit: words.count > 1 ? String(words[1]) : "")
    }
    require(
        read(printed).observations == file.observations,
        "\(file.observations.map(\.value)) are not read back")
}

/// Periods that the importer takes are read back from what is printed of them. Each line of the input
/// is a period.
func checkPeriods(_ bytes: [UInt8]) {
    let file = read(lines(bytes).map { Row(period: $0) })
    // A file with one period at a time, because the dates of a column belong together.
    for observation in file.observations {
        let again = read([Row(period: Array("\(observation.period)".utf8))])
        require(
            again.observations.first?.period == observation.period,
            "\(observation.period) is not read back")
    }
}

/// The texts of a row, which may have any characters.
private struct Row {
    var metric = "btc_mined"
    var period: [UInt8]
    var value = Array("1".utf8)
    var unit = "BTC"

    var line: [UInt8] {
        Array("RIOT,\(metric),".utf8) + quoted(period) + Array(",".utf8) + quoted(value)
            + Array(",\(unit)\n".utf8)
    }

    private func quoted(_ bytes: [UInt8]) -> [UInt8] {
        let quote = UInt8(ascii: "\"")
        return [quote] + bytes.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
    }
}

private func lines(_ bytes: [UInt8]) -> [[UInt8]] {
    bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
}

/// Reads a file with these rows.
private func read(_ rows: [Row]) -> AnyFile {
    // The format is not to be detected, which would take more time than the rows.
    let file = AnyFile(
        csv: Array("subject,metric,period,value,unit\n".utf8) + rows.flatMap(\.line),
        options: ImportOptions(delimiter: .comma, skippedLines: 0))
    file.check()
    return file
}
