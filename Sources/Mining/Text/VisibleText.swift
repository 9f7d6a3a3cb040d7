/// Makes text from data safe to print: no character in it can move the cursor, break the line,
/// change the reading direction or be invisible.
extension String {
    /// This text with its hidden characters written out: ESC becomes `\u{1B}`.
    package var visible: String {
        guard !utf8.allSatisfy({ (0x20..<0x7F).contains($0) }),
            unicodeScalars.contains(where: \.isHidden)
        else { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isHidden {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    /// Whether this is a control character (C0, DEL, C1), a line or paragraph separator, or a
    /// format character, such as those that change the reading direction. The two joiners are
    /// allowed: scripts and emoji need them, and they only shape the characters next to them.
    package var isHidden: Bool {
        if value < 0xA0 { return value < 0x20 || value >= 0x7F }
        return switch properties.generalCategory {
        case .format: value != 0x200C && value != 0x200D
        case .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
