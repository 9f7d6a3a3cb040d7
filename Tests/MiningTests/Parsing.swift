import Mining
import Testing

/// The number that a test writes down; a test that writes none fails.
func decimal(_ text: String) throws -> DecimalNumber {
    try #require(DecimalNumber(text.utf8))
}

/// The quantity that a test writes down.
func quantity(_ text: String, _ unit: Unit) throws -> Quantity {
    let number = try decimal(text)
    return try #require(Quantity.of(number, unit)).quantity
}
