/// The character between the whole digits of a number and its decimals.
package enum DecimalMark: String, Sendable, CaseIterable {
    case point, comma

    var byte: UInt8 { self == .point ? .point : .comma }

    /// The character that groups thousands when this one marks decimals.
    var grouping: UInt8 { self == .point ? .comma : .point }
}
