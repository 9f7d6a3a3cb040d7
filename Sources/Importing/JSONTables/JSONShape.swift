import CSV
import JSON
import Mining

/// What a JSON text consists of: its keys and arrays, without its values.
///
/// Elements of arrays are alike as a rule, so only the first ones of an array, and the first keys of
/// an object, have a node of their own; the others share one. All texts of NDJSON share one node.
struct JSONShape {
    /// The values at one path, or at several that share a node.
    struct Node {
        var hasScalars = false
        var isObject = false
        /// The nodes of keys that were found first, in their order.
        var keys: [(name: String, node: Int)] = []
        var keyIndex: [String: Int] = [:]
        /// The node of all further keys.
        var otherKeys: Int?
        /// Whether every key is a date or a period.
        var hasPeriodKeys = true
        var isArray = false
        /// The nodes of the first elements.
        var elements: [Int] = []
        /// The node of all further elements.
        var otherElements: Int?
        /// The greatest number of elements of an array here.
        var elementCount = 0
        /// The first text here; nil if the first value is none.
        var firstText: String?
        /// The line of the last value inside, and whether two values inside began on one line.
        var lastLine = 0
        var sharesLines = false

        /// The nodes of all keys.
        var everyKey: [Int] { keys.map(\.node) + [otherKeys].compactMap(\.self) }
        /// The nodes of all elements.
        var everyElement: [Int] { elements + [otherElements].compactMap(\.self) }

        /// The node of a key; nil if there is none.
        func node(of key: String) -> Int? { keyIndex[key].map { keys[$0].node } ?? otherKeys }

        /// The node of an element; nil if there is none.
        func node(at index: Int) -> Int? {
            index < elements.count ? elements[index] : otherElements
        }
    }

    /// How many keys of an object have a node.
    static let keyLimit = 1000
    /// How many elements of an array have a node.
    private static let elementLimit = 8
    /// How many bytes of the first text are kept.
    private static let textLimit = 200

    /// The whole text is the first one.
    private(set) var nodes = [Node()]
    /// How many values the text has, one after the other.
    private(set) var count = 0
    /// Whether two of these begin on one line.
    private(set) var sharesLines = false

    /// An open array or object.
    private struct Level {
        let node: Int
        let isArray: Bool
        var index = -1
        /// The node of the value of the current key.
        var keyNode = 0
    }

    /// Why a text is not JSON, and where.
    struct Failure: Error {
        let place: RecordPlace
        let reason: ImportProblem.Reason
    }

    /// Reads a text to its end.
    ///
    /// - Throws: `Failure` if it is not JSON.
    init(_ bytes: [UInt8]) throws(Failure) {
        // A file of lines may have none.
        if bytes.allSatisfy({ $0 <= .space }) { return }
        let reader = JSONReader(bytes)
        do throws(JSONError) {
            try read(reader)
        } catch {
            let path = "\(reader.path)"
            throw Failure(
                place: path.isEmpty ? .line(error.line) : .path(path, line: error.line),
                reason: .notJSON(error))
        }
    }

    private mutating func read(_ reader: JSONReader) throws(JSONError) {
        var levels: [Level] = []
        var lastLine = 0
        while let event = try reader.next() {
            switch event {
            case .endObject, .endArray: levels.removeLast()
            case .key:
                levels[levels.count - 1].keyNode = node(of: reader.text, in: levels.last?.node ?? 0)
            default:
                let line = reader.line
                let node: Int
                if let top = levels.indices.last {
                    node = value(in: &levels[top], line: line)
                } else {
                    node = 0
                    count += 1
                    if line == lastLine { sharesLines = true }
                    lastLine = line
                }
                switch event {
                case .beginObject:
                    nodes[node].isObject = true
                    levels.append(Level(node: node, isArray: false))
                case .beginArray:
                    nodes[node].isArray = true
                    levels.append(Level(node: node, isArray: true))
                default:
                    if event == .string, !nodes[node].hasScalars {
                        nodes[node].firstText = String(reader.text.prefix(Self.textLimit))
                    }
                    nodes[node].hasScalars = true
                }
            }
        }
    }

    /// The node of the next value of an array or object.
    private mutating func value(in level: inout Level, line: Int) -> Int {
        let node = level.node
        if nodes[node].lastLine == line { nodes[node].sharesLines = true }
        nodes[node].lastLine = line
        guard level.isArray else { return level.keyNode }
        level.index += 1
        let index = level.index
        nodes[node].elementCount = max(nodes[node].elementCount, index + 1)
        if let known = nodes[node].node(at: index) { return known }
        nodes.append(Node())
        if index < Self.elementLimit {
            nodes[node].elements.append(nodes.count - 1)
        } else {
            nodes[node].otherElements = nodes.count - 1
        }
        return nodes.count - 1
    }

    /// The node of a key of an object.
    private mutating func node(of key: String, in node: Int) -> Int {
        if let index = nodes[node].keyIndex[key] { return nodes[node].keys[index].node }
        if nodes[node].hasPeriodKeys, !isPeriod(key) { nodes[node].hasPeriodKeys = false }
        if let others = nodes[node].otherKeys { return others }
        nodes.append(Node())
        if nodes[node].keys.count < Self.keyLimit {
            nodes[node].keyIndex[key] = nodes[node].keys.count
            nodes[node].keys.append((key, nodes.count - 1))
        } else {
            nodes[node].otherKeys = nodes.count - 1
        }
        return nodes.count - 1
    }
}

extension JSONShape {
    /// The nodes of the values that `pattern` means.
    func nodes(of pattern: RowPattern) -> [Int] {
        pattern.steps.reduce([0]) { found, step in
            found.flatMap { index in
                let node = nodes[index]
                switch step {
                case .key(let key): return [node.node(of: key)].compactMap(\.self)
                case .index(let number): return [node.node(at: number)].compactMap(\.self)
                case .anyKey: return node.everyKey
                case .anyElement: return node.everyElement
                }
            }
        }
    }

    /// Whether two rows of `pattern` may begin on one line.
    func sharesLines(_ pattern: RowPattern) -> Bool {
        if sharesLines { return true }
        return pattern.steps.indices.contains { count in
            nodes(of: RowPattern(Array(pattern.steps[..<count]))).contains {
                nodes[$0].sharesLines
            }
        }
    }

    /// The patterns of the outermost arrays in the order of the file: those with elements, and the
    /// empty ones.
    var arrays: (filled: [RowPattern], empty: [RowPattern]) {
        var arrays: (filled: [RowPattern], empty: [RowPattern]) = ([], [])
        visit { path, node in
            guard nodes[node].isArray else { return true }
            let pattern = RowPattern(path + [.anyElement])
            if nodes[node].elementCount > 0 {
                arrays.filled.append(pattern)
            } else {
                arrays.empty.append(pattern)
            }
            return false
        }
        return arrays
    }

    /// The patterns of the values of the outermost objects whose keys are all dates or periods.
    var objectsOfPeriods: [RowPattern] {
        var objects: [RowPattern] = []
        visit { path, node in
            guard nodes[node].hasPeriodKeys, !nodes[node].keys.isEmpty else { return true }
            objects.append(RowPattern(path + [.anyKey]))
            return false
        }
        return objects
    }

    /// Visits the whole text and the values in its objects, but not the elements of arrays. It goes
    /// into an object if `visit` returns true.
    private func visit(_ visit: ([RowPattern.Step], Int) -> Bool) {
        var waiting: [(path: [RowPattern.Step], node: Int)] = [([], 0)]
        while let (path, node) = waiting.popLast() {
            guard visit(path, node) else { continue }
            waiting += nodes[node].keys.reversed().map { (path + [.key($0.name)], $0.node) }
        }
    }
}

/// Whether a key is a date or a period.
private func isPeriod(_ key: String) -> Bool {
    guard key.utf8.contains(where: { $0 &- .zero <= 9 }) else { return false }
    return PeriodText(key) != nil || DateText(key) != nil
}
