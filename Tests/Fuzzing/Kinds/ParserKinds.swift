import CSV
import JSON
import Mining

@testable import Importing

// Parsers alone, without a file around them: some thousands of inputs in a second.

/// What is printed of a value is read back as the same value, digit by digit. The first byte chooses
/// the metric.
func checkValue(_ bytes: [UInt8]) {
    guard let first = bytes.first else { return }
    let spec = valueSpecs[Int(first) % valueSpecs.count]
    guard
        case .value(let value, _) = valueReader.read(
            bytes.span.extracting(droppingFirst: 1), as: spec, in: nil)
    else { return }
    let words = value.description.split(separator: " ", maxSplits: 1)
    let unit = words.count > 1 ? try? valueReader.unit(Array(words[1].utf8).span, of: spec) : nil
    let again = valueReader.read(Array(words[0].utf8).span, as: spec, in: unit)
    guard case .value(value, isRounded: false) = again else {
        require(false, "\(value) is not read back")
        return
    }
}

/// What is printed of a period is read back as the same period.
func checkPeriod(_ bytes: [UInt8]) {
    guard case .calendar(let period)? = PeriodText(String(decoding: bytes, as: UTF8.self)) else {
        return
    }
    require(
        PeriodText(period.description) == .calendar(period), "\(period) is not read back")
}

/// The records of a CSV file do not depend on how many bytes are read at a time.
func checkRecords(_ bytes: [UInt8]) {
    require(
        records(bytes, bufferSize: 16) == records(bytes, bufferSize: 4096),
        "the records depend on the size of the buffer")
}

/// JSON whose values are skipped has the same error as JSON that is read, or none.
func checkEvents(_ bytes: [UInt8]) {
    let outcomes = [false, true].map { isSkipping in
        let reader = JSONReader(bytes)
        do throws(JSONError) {
            while try reader.next() != nil { if isSkipping { try reader.skipValue() } }
            return "read to its end"
        } catch {
            return "\(error)"
        }
    }
    require(
        outcomes[0] == outcomes[1],
        "\(outcomes[0]), but \(outcomes[1]) when values are skipped")
}

/// Kept from one input to the next, which is faster, and tests the units that it remembers.
nonisolated(unsafe) private var valueReader = ValueReader()

private let valueSpecs = [
    Metric.btcHeld, .deployedHashrate, .revenue, .powerPrice, .difficulty, .fleetEfficiency,
].map { ValueSpec($0, ImportOptions()) }

/// The lines and fields of the records, and at the end why reading stopped.
private func records(_ bytes: [UInt8], bufferSize: Int) -> [String] {
    var reader = CSVReader(MemorySource(bytes), dialect: Dialect(), bufferSize: bufferSize)
    var texts: [String] = []
    do {
        while try reader.next() {
            let record = reader.record
            texts.append("\(record.line)")
            for field in record.fields {
                texts.append(String(decoding: record.buffer[field.range], as: UTF8.self))
            }
        }
    } catch {
        texts.append("\(error)")
    }
    return texts
}
