import JSON

/// Which values of a JSON text are meant, by the path that leads to them: `hashrates[*]`.
///
/// | written | means |
/// |---|---|
/// | `data[*]` | each element of the array `data` |
/// | `[*]` | each element of the array that is the whole text |
/// | `*` | each value of the object that is the whole text, whose keys are data, such as dates |
/// | `series.*[*]` | each element of each array in the object `series` |
/// | `.` | the whole text, or each of several, one after the other, as NDJSON has |
/// | `"a.b"[2]` | the third element of the array with the key `a.b` |
package struct RowPattern: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        case key(String)
        case anyKey
        case index(Int)
        case anyElement
    }

    package let steps: [Step]

    /// The pattern of these steps; all of the text if there are none.
    init(_ steps: [Step]) { self.steps = steps }

    /// Reads a pattern; nil if `text` is not one.
    package init?(_ text: String) {
        var steps: [Step] = []
        var rest = Substring(text == "." ? "" : text)
        guard text == "." || !rest.isEmpty else { return nil }
        while !rest.isEmpty {
            if rest.first == "[" {
                guard let end = rest.firstIndex(of: "]") else { return nil }
                let inner = rest[..<end].dropFirst()
                guard let step = Self.element(inner) else { return nil }
                steps.append(step)
                rest = rest[end...].dropFirst()
                continue
            }
            if !steps.isEmpty {
                guard rest.first == "." else { return nil }
                rest = rest.dropFirst()
            }
            guard let key = Self.key(&rest) else { return nil }
            steps.append(key)
        }
        self.steps = steps
    }

    private static func element(_ text: Substring) -> Step? {
        if text == "*" { return .anyElement }
        return Int(text).flatMap { $0 >= 0 && text.allSatisfy(\.isNumber) ? .index($0) : nil }
    }

    /// Takes a key, quoted or not, from the start of `text`; nil if there is none.
    private static func key(_ text: inout Substring) -> Step? {
        if text.first == "\"" {
            guard let end = text.dropFirst().firstIndex(of: "\"") else { return nil }
            defer { text = text[end...].dropFirst() }
            return .key(String(text[..<end].dropFirst()))
        }
        let key = text.prefix { !".[]\"".contains($0) }
        text = text.dropFirst(key.count)
        if key.isEmpty { return nil }
        return key == "*" ? .anyKey : .key(String(key))
    }

    /// The path of one value of this pattern. Keys and elements that the pattern leaves open are
    /// those of `path`, which `other` matches. Nil if `path` does not give all of them.
    func path(sharing path: JSONPath, matchedBy other: RowPattern) -> JSONPath? {
        var found: [JSONPath.Step] = []
        var isShared = true
        for (index, step) in steps.enumerated() {
            isShared = isShared && index < other.steps.count && other.steps[index] == step
            switch step {
            case .key(let key): found.append(.key(key))
            case .index(let number): found.append(.index(number))
            case .anyKey, .anyElement:
                guard isShared, index < path.steps.count else { return nil }
                found.append(path.steps[index])
            }
        }
        return JSONPath(found)
    }
}

extension RowPattern.Step {
    /// Whether a step of a path is meant.
    func matches(_ step: JSONPath.Step) -> Bool {
        switch (self, step) {
        case (.key(let wanted), .key(let found)): wanted == found
        case (.index(let wanted), .index(let found)): wanted == found
        case (.anyKey, .key), (.anyElement, .index): true
        default: false
        }
    }
}

extension RowPattern: CustomStringConvertible {
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .anyElement: text += "[*]"
            case .index(let index): text += "[\(index)]"
            case .anyKey: text += text.isEmpty ? "*" : ".*"
            case .key(let key):
                text += (text.isEmpty ? "" : ".") + JSONPath([.key(key)]).description
            }
        }
        return text.isEmpty ? "." : text
    }
}
