/// The name of an element or attribute, as the file has it: `row`, `x:row`, `office:value`.
///
/// It is valid while the handler runs.
struct XMLName {
    private let start: UnsafePointer<CChar>

    init(_ start: UnsafePointer<CChar>) { self.start = start }

    /// Whether the whole name is `name`.
    @inline(__always)
    static func == (one: XMLName, name: StaticString) -> Bool { equals(one.start, name) }

    /// The name without the prefix of its namespace. Which prefix that is depends on the program that
    /// wrote the file.
    @inline(__always)
    var local: XMLName {
        var index = start
        while index.pointee != 0 {
            if index.pointee == UInt8(ascii: ":") { return XMLName(index + 1) }
            index += 1
        }
        return self
    }
}

/// The attributes of an element. They are valid while the handler runs.
struct XMLAttributes {
    private let start: UnsafeMutablePointer<UnsafePointer<CChar>?>?

    init(_ start: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.start = start }

    /// Calls `body` with the name and the value of each attribute.
    @inline(__always)
    func visit<Failure: Error>(
        _ body: (XMLName, XMLValue) throws(Failure) -> Void
    ) throws(Failure) {
        guard var next = start else { return }
        while let name = next[0], let value = next[1] {
            try body(XMLName(name), XMLValue(value))
            next += 2
        }
    }

    /// The value of the attribute with this whole name; nil if there is none.
    subscript(name: StaticString) -> XMLValue? {
        var found: XMLValue?
        visit { if found == nil, $0 == name { found = $1 } }
        return found
    }

    /// The value of the first attribute that has this name behind the prefix of a namespace.
    subscript(prefixed name: StaticString) -> XMLValue? {
        var found: XMLValue?
        visit { if found == nil, $0.local == name { found = $1 } }
        return found
    }
}

/// The value of an attribute. It is valid while the handler runs.
struct XMLValue {
    private let start: UnsafePointer<CChar>

    init(_ start: UnsafePointer<CChar>) { self.start = start }

    var string: String { String(cString: start) }

    /// Calls `body` with the bytes.
    @inline(__always)
    func withBytes<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
        var count = 0
        while start[count] != 0 { count += 1 }
        let bytes = UnsafeRawPointer(start).assumingMemoryBound(to: UInt8.self)
        return body(UnsafeBufferPointer(start: bytes, count: count).span)
    }

    @inline(__always)
    static func == (one: XMLValue, text: StaticString) -> Bool { equals(one.start, text) }

    /// Whether it is `1` or `true`.
    var isTrue: Bool { self == "1" || self == "true" || self == "on" }

    /// The whole number of up to nine digits; nil if it is anything else.
    @inline(__always)
    var number: Int? {
        var number = 0
        var index = 0
        while start[index] != 0 {
            let digit = UInt8(bitPattern: start[index]) &- UInt8(ascii: "0")
            guard digit <= 9, index < 9 else { return nil }
            number = number * 10 + Int(digit)
            index += 1
        }
        return index > 0 ? number : nil
    }
}

@inline(__always)
private func equals(_ text: UnsafePointer<CChar>, _ name: StaticString) -> Bool {
    let other = name.utf8Start
    var index = 0
    while true {
        let byte = UInt8(bitPattern: text[index])
        // A static text ends with a zero, too.
        if byte != other[index] { return false }
        if byte == 0 { return true }
        index += 1
    }
}
