/// Names for the sheets of a workbook: valid, and no two the same in any letter case.
package struct SheetNames: Sendable {
    /// The most characters, in UTF-16.
    private static let lengthLimit = 31
    /// Excel keeps this name for itself.
    private static let reserved = "history"

    private var taken: Set<String> = [Self.reserved]

    /// No names yet.
    package init() {}

    /// A valid name as close to `wanted` as possible. Characters that sheet names cannot have
    /// become spaces; a name that is already in use gets a number.
    package mutating func add(_ wanted: String) -> String {
        let cleaned = String(
            wanted.unicodeScalars.map { scalar in
                Self.isAllowed(scalar) ? Character(scalar) : " "
            }
        ).split(separator: " ").joined(separator: " ")
        let base = cleaned.isEmpty ? "Sheet" : cleaned
        var name = Self.shortened(base, to: Self.lengthLimit)
        var number = 2
        while !taken.insert(name.lowercased()).inserted {
            let ending = " \(number)"
            name = Self.shortened(base, to: Self.lengthLimit - ending.utf16.count) + ending
            number += 1
        }
        return name
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "[", "]", ":", "*", "?", "/", "\\", "'", "\u{FFFE}", "\u{FFFF}": false
        default: scalar.value >= 0x20 && scalar.value != 0x7F
        }
    }

    private static func shortened(_ text: String, to limit: Int) -> String {
        var name = ""
        var count = 0
        for character in text {
            count += character.utf16.count
            if count > limit { break }
            name.append(character)
        }
        while name.last == " " { name.removeLast() }
        return name
    }
}
