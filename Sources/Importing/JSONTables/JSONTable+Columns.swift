import JSON

extension JSONTable {
    /// The table of some rows, with the columns that they have and that `options` name.
    ///
    /// - Throws: `ImportProblem.Reason` if there are too many columns, or no names in the first row.
    init(
        _ rows: RowSelection, in shape: JSONShape, _ bytes: [UInt8], _ options: ImportOptions
    ) throws(ImportProblem.Reason) {
        self.bytes = bytes
        pattern = rows.pattern
        earlier = rows.earlier
        numbersRows = shape.sharesLines(rows.pattern)
        hasDecimalComma = options.decimal == .comma
        var elementNames: [String] = []
        switch options.rules.json.rowNames {
        case nil: hasHeaderRows = false
        case .listed(let names):
            elementNames = names
            hasHeaderRows = false
        case .inFirstRow:
            elementNames = shape.names(inFirstOf: rows.pattern)
            hasHeaderRows = !elementNames.isEmpty
        }
        self.shape = try RowShape(rows.nodes, in: shape, elementNames: elementNames)
        let keys = rows.pattern.steps.indices.filter { rows.pattern.steps[$0] == .anyKey }
        var columns = keys.map { Column.key(step: $0) }
        var names = keys.indices.map { $0 == keys.count - 1 ? "key" : "key \($0 + 1)" }
        for index in self.shape.names.indices {
            columns.append(.field(index))
            names.append(self.shape.names[index])
        }
        var patterns: [RowPattern] = []
        for name in options.outsideColumns where !names.contains(name) {
            guard let path = RowPattern(String(name.dropFirst())),
                shape.nodes(of: path).contains(where: { shape.nodes[$0].hasScalars })
            else { continue }
            patterns.append(path)
            columns.append(.outside(path))
            names.append(name)
        }
        self.columns = columns
        self.names = names
        outside = Self.values(of: patterns, in: bytes)
    }

    /// The values of a text that some patterns mean.
    static func values(
        of patterns: [RowPattern], in bytes: [UInt8]
    ) -> [JSONPath: [UInt8]] {
        var values: [JSONPath: [UInt8]] = [:]
        guard !patterns.isEmpty else { return values }
        let reader = JSONReader(bytes)
        // The text was read once without an error.
        while let event = try? reader.next() {
            switch event {
            case .string, .number, .true, .false: break
            default: continue
            }
            guard patterns.contains(where: { $0.steps.count == reader.depth }) else { continue }
            let path = reader.path
            guard patterns.contains(where: { $0.means(path) }) else { continue }
            let text = event == .true ? "true" : event == .false ? "false" : reader.text
            values[path] = Array(text.utf8)
        }
        return values
    }
}

extension JSONShape {
    /// The texts of the first row of a pattern whose rows are arrays.
    fileprivate func names(inFirstOf rows: RowPattern) -> [String] {
        let arrays = nodes(of: RowPattern(Array(rows.steps.dropLast())))
        guard let first = arrays.first.flatMap({ nodes[$0].node(at: 0) }) else { return [] }
        let row = nodes[first]
        return (0..<row.elementCount).map { index in
            row.node(at: index).flatMap { nodes[$0].firstText } ?? "[\(index)]"
        }
    }
}

extension ImportOptions {
    /// The absolute paths that mappings and requirements name as columns: `/asset`.
    fileprivate var outsideColumns: [String] {
        let names =
            mappings.map(\.column) + rules.mappings.map(\.column)
            + rules.requirements.map(\.column)
        var seen: Set<String> = []
        return names.filter { $0.hasPrefix("/") && seen.insert($0).inserted }
    }
}

extension RowPattern {
    /// Whether `path` is one that the pattern means.
    fileprivate func means(_ path: JSONPath) -> Bool {
        steps.count == path.steps.count && zip(steps, path.steps).allSatisfy { $0.matches($1) }
    }
}
