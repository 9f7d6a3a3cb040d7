/// The fields that the rows of a JSON table have: every scalar below a row, named by its path from
/// there: `price.usd`, `[0]`. A row that is itself a scalar has the field `value`.
struct RowShape {
    /// A place in a row.
    struct Node {
        var keys: [String: Int] = [:]
        var elements: [Int] = []
        /// The number of its field; nil if no row has a scalar here.
        var field: Int?
    }

    /// How many fields the rows of a table may have.
    static let fieldLimit = 1000
    /// How many places they may have, which arrays in arrays would multiply.
    private static let placeLimit = 20_000

    /// The row is the first one.
    private(set) var nodes: [Node] = []
    /// The names of the fields.
    private(set) var names: [String] = []
    private let elementNames: [String]

    /// The fields of rows at some nodes of a file. `elementNames` are names for the first elements
    /// of rows that are arrays.
    ///
    /// - Throws: `ImportProblem.Reason` if there are too many.
    init(
        _ rows: [Int], in shape: JSONShape, elementNames: [String] = []
    ) throws(ImportProblem.Reason) {
        self.elementNames = elementNames
        _ = try add(rows, of: shape, name: "")
    }

    /// Adds a place in the rows with everything below it, and returns its number.
    private mutating func add(
        _ sources: [Int], of shape: JSONShape, name: String
    ) throws(ImportProblem.Reason) -> Int {
        let number = nodes.count
        nodes.append(Node())
        let places = sources.map { shape.nodes[$0] }
        if places.contains(where: \.hasScalars) {
            nodes[number].field = names.count
            names.append(name.isEmpty ? "value" : name)
        }
        let hasMore = places.contains { $0.otherKeys != nil }
        let count = places.map(\.elementCount).max() ?? 0
        guard names.count <= Self.fieldLimit, !hasMore, count <= Self.fieldLimit,
            nodes.count <= Self.placeLimit
        else {
            throw .tooManyJSONFields(at: name, limit: Self.fieldLimit)
        }
        var order: [String] = []
        var children: [String: [Int]] = [:]
        for (key, node) in places.flatMap(\.keys) {
            if children[key] == nil { order.append(key) }
            children[key, default: []].append(node)
        }
        for key in order {
            let written = RowPattern([.key(key)]).description
            nodes[number].keys[key] = try add(
                children[key] ?? [], of: shape, name: name.isEmpty ? written : "\(name).\(written)")
        }
        for index in 0..<count {
            let isNamed = name.isEmpty && index < elementNames.count
            nodes[number].elements.append(
                try add(
                    places.compactMap { $0.node(at: index) }, of: shape,
                    name: isNamed ? elementNames[index] : "\(name)[\(index)]"))
        }
        return number
    }
}
