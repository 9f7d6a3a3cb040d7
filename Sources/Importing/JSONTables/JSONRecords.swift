import CSV
import JSON

/// Gives the rows of a JSON table as records. The first record has the names of the columns.
///
/// A missing field and `null` are empty cells.
final class JSONRecords: RecordSource {
    /// An open array or object outside of the rows.
    private struct Level {
        let isArray: Bool
        var index = -1
        /// For each of `patterns`, whether this path may still lead to a value that it means.
        let patterns: [Bool]
    }

    private let table: JSONTable
    private let patterns: [RowPattern]
    private let reader: JSONReader
    private var levels: [Level] = []
    private var isAtHeader = true
    private var rowCount = 0
    /// The key of the value that follows, outside of the rows.
    private var key = ""
    /// The fields of the current row.
    private var cells: [(bytes: Range<Int>, line: Int)?]
    private var text: [UInt8] = []
    private var path = JSONPath()
    private var line = 1
    private(set) var problem: (any Error)?

    init(_ table: JSONTable) {
        self.table = table
        patterns = [table.pattern] + table.earlier
        reader = JSONReader(table.bytes)
        cells = Array(repeating: nil, count: table.shape.names.count)
    }

    func next(into record: inout CSVRecord) throws(CSVReader.Failure) -> Bool {
        problem = nil
        if isAtHeader {
            isAtHeader = false
            for name in table.names { record.append(name.utf8.span, line: 1) }
            return true
        }
        do throws(JSONError) {
            guard try nextRow() else { return false }
        } catch {
            throw .damaged(
                at: .path("\(reader.path)", line: error.line),
                reason: ImportProblem.Reason.notJSON(error))
        }
        append(to: &record)
        return true
    }

    func place(of field: Int?, in record: CSVRecord) -> RecordPlace {
        guard let field, rowCount > 0 else {
            return place(rowCount > 0 ? path.description : table.pattern.description, line)
        }
        switch table.columns[field] {
        case .key: return place(path.description, line)
        case .outside(let pattern):
            let found = pattern.path(sharing: path, matchedBy: table.pattern)
            return place(found?.description ?? pattern.description, line)
        case .field(let number):
            let name = table.names[field]
            let isRow = name == "value" && number == table.shape.nodes[0].field
            let joint = path.steps.isEmpty || name.hasPrefix("[") ? "" : "."
            return place(
                path.description + (isRow ? "" : joint + name), cells[number]?.line ?? line)
        }
    }

    private func place(_ path: String, _ line: Int) -> RecordPlace {
        path.isEmpty || path == "." ? .line(line) : .path(path, line: line)
    }

    /// Reads the next row into `cells`; false at the end of the text.
    private func nextRow() throws(JSONError) -> Bool {
        while let event = try reader.next() {
            switch event {
            case .key: key = reader.text
            case .endObject, .endArray: levels.removeLast()
            default:
                var alive = patterns.map { _ in true }
                if let top = levels.indices.last {
                    if levels[top].isArray { levels[top].index += 1 }
                    let step: JSONPath.Step =
                        levels[top].isArray ? .index(levels[top].index) : .key(key)
                    let depth = levels.count - 1
                    for (number, pattern) in patterns.enumerated() {
                        alive[number] =
                            levels[top].patterns[number] && depth < pattern.steps.count
                            && pattern.steps[depth].matches(step)
                    }
                }
                let depth = levels.count
                let isEarlier = patterns.indices.dropFirst().contains {
                    alive[$0] && patterns[$0].steps.count == depth
                }
                if alive[0], patterns[0].steps.count == depth, !isEarlier {
                    let isHeader = table.hasHeaderRows && levels.last?.index == 0
                    try readRow(event)
                    if isHeader { problem = problemOfHeader() }
                    if !isHeader || problem != nil { return true }
                } else if !alive[0] {
                    try reader.skipValue()
                } else if event == .beginObject || event == .beginArray {
                    levels.append(Level(isArray: event == .beginArray, patterns: alive))
                }
            }
        }
        return false
    }

    /// What is wrong with a row of names; nil if they are those of the table.
    private func problemOfHeader() -> ImportProblem.Reason? {
        for node in table.shape.nodes[0].elements {
            guard let field = table.shape.nodes[node].field, let cell = cells[field] else {
                continue
            }
            let (found, name) = (
                String(decoding: text[cell.bytes], as: UTF8.self), table.shape.names[field]
            )
            if !found.isEmpty, found != name { return .otherJSONNames(found, expected: name) }
        }
        return nil
    }

    /// Reads the row that begins with the current event.
    private func readRow(_ first: JSONReader.Event) throws(JSONError) {
        /// An open array or object of the row.
        struct Place {
            let node: Int?
            let isArray: Bool
            var index = -1
            var keys: Set<String> = []
            var keyNode: Int?
        }
        path = reader.path
        line = reader.line
        rowCount += 1
        text.removeAll(keepingCapacity: true)
        for index in cells.indices { cells[index] = nil }
        guard first == .beginObject || first == .beginArray else {
            return take(first, at: 0)
        }
        var places = [Place(node: 0, isArray: first == .beginArray)]
        while let top = places.indices.last, let event = try reader.next() {
            switch event {
            case .endObject, .endArray: places.removeLast()
            case .key:
                let key = reader.text
                if !places[top].keys.insert(key).inserted, problem == nil {
                    problem = ImportProblem.Reason.repeatedJSONKey(key)
                }
                places[top].keyNode = places[top].node.flatMap { table.shape.nodes[$0].keys[key] }
            default:
                var node = places[top].keyNode
                if places[top].isArray {
                    places[top].index += 1
                    let elements = places[top].node.map { table.shape.nodes[$0].elements } ?? []
                    let index = places[top].index
                    node = index < elements.count ? elements[index] : nil
                }
                if event == .beginObject || event == .beginArray {
                    places.append(Place(node: node, isArray: event == .beginArray))
                } else {
                    take(event, at: node)
                }
            }
        }
    }

    /// Keeps a scalar of the row.
    private func take(_ event: JSONReader.Event, at node: Int?) {
        guard let node, let field = table.shape.nodes[node].field else { return }
        let start = text.count
        switch event {
        case .true: text.append(contentsOf: "true".utf8)
        case .false: text.append(contentsOf: "false".utf8)
        case .null: break
        case .string: reader.appendText(to: &text, protecting: true)
        default: reader.appendText(to: &text)
        }
        if event == .number, table.hasDecimalComma {
            for index in start..<text.count where text[index] == .point { text[index] = .comma }
        }
        cells[field] = (start..<text.count, reader.line)
    }

    private func append(to record: inout CSVRecord) {
        let number = table.numbersRows ? rowCount : line
        let empty: [UInt8] = []
        for column in table.columns {
            switch column {
            case .field(let field):
                guard let cell = cells[field] else {
                    record.append(empty.span, line: number)
                    continue
                }
                record.append(text.span.extracting(cell.bytes), line: number)
            case .key(let step):
                if case .key(let key) = path.steps[step] {
                    record.append(key.utf8.span, line: number)
                }
            case .outside(let pattern):
                let found = pattern.path(sharing: path, matchedBy: table.pattern)
                let value = found.flatMap { table.outside[$0] } ?? empty
                record.append(value.span, line: number)
            }
        }
    }
}

extension JSONReader {
    /// Appends the text of the current key, string or number. `protecting`: a text gets one more
    /// `'` if it begins with one that reading a cell would remove.
    fileprivate func appendText(to text: inout [UInt8], protecting: Bool = false) {
        withText { found in
            if protecting, found.isNeutralized { text.append(UInt8(ascii: "'")) }
            found.withUnsafeBufferPointer { text.append(contentsOf: $0) }
        }
    }
}
