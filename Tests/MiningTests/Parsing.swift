import Mining
import Testing

/// Parses a number literal of a test; the test fails if it is not a number.
func decimal(_ text: String) throws -> DecimalNumber {
    try #require(DecimalNumber(text.utf8))
}

/// Parses a quantity literal of a test.
func quantity(_ text: String, _ unit: Unit) throws -> Quantity {
    let number = try decimal(text)
    return try #require(Quantity.of(number, unit)).quantity
}
