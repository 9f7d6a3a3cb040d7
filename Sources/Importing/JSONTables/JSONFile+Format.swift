import CSV

extension JSONFile {
    /// Whether a file with these first bytes is JSON, or is meant to be: by its name if not by its
    /// content.
    package static func isJSON(_ name: String, head: [UInt8]) -> Bool {
        let isUTF16 = TextEncoding(byteOrderMarkOf: head).map { $0 != .utf8 } ?? false
        // The zero bytes of UTF-16 and its mark do not matter here.
        let start = head.filter { byte in
            byte > .space && byte < 0x7F || !isUTF16 && byte >= 0x7F
        }
        let text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start[...]
        let ending = name.lowercased()
        // An empty file of lines is valid and has no rows; an empty `.json` file is not JSON.
        if [".ndjson", ".jsonl"].contains(where: ending.hasSuffix) { return true }
        guard let first = text.first else { return false }
        if ending.hasSuffix(".json") { return true }
        let second = text.dropFirst().first
        switch (first, second) {
        case (UInt8(ascii: "{"), UInt8(ascii: "\"")?), (UInt8(ascii: "{"), UInt8(ascii: "}")?):
            return true
        case (UInt8(ascii: "["), let next?):
            return "{[]\"-".utf8.contains(next) || next &- .zero <= 9
        default: return false
        }
    }

    /// The bytes of a JSON file in UTF-8, as some programs write UTF-16. Bytes that are not text stay
    /// as they are, and are an error of JSON.
    package static func text(_ bytes: [UInt8]) -> [UInt8] {
        guard let encoding = TextEncoding(byteOrderMarkOf: bytes), encoding != .utf8 else {
            return bytes
        }
        var source = UTF16Source(MemorySource(bytes), isBigEndian: encoding == .utf16BigEndian)
        var text: [UInt8] = []
        var count = -1
        while text.count > count {
            count = text.count
            do {
                try text.append(addingCapacity: 64 << 10) { try source.read(into: &$0) }
            } catch {
                return bytes
            }
        }
        return text
    }
}
