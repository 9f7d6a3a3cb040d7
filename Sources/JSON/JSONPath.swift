/// Where a value is in a JSON text: the keys and indices that lead to it.
///
/// Written as `facts.us-gaap.Assets.units.USD[3].val`; the top is empty. A key with other characters
/// than letters, digits, `-` and `_` is quoted: `facts."a.b"`.
package struct JSONPath: Sendable, Hashable {
    package enum Step: Sendable, Hashable {
        case key(String)
        /// Counted from 0.
        case index(Int)
    }

    package var steps: [Step]

    /// The path with these steps; the top if there are none.
    package init(_ steps: [Step] = []) { self.steps = steps }
}

extension JSONPath: CustomStringConvertible {
    package var description: String {
        var text = ""
        for step in steps {
            switch step {
            case .index(let index): text += "[\(index)]"
            case .key(let key):
                if !text.isEmpty { text += "." }
                text += Self.isPlain(key) ? key : "\"\(key)\""
            }
        }
        return text
    }

    private static func isPlain(_ key: String) -> Bool {
        !key.isEmpty
            && key.unicodeScalars.allSatisfy {
                $0.properties.isAlphabetic || $0 == "-" || $0 == "_" || ("0"..."9").contains($0)
            }
    }
}
