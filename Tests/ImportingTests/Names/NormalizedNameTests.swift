import TestSupport
import Testing

@testable import Importing

/// The form in which names of columns and metrics are compared.
@Suite("Normalized names")
struct NormalizedNameTests {
    @Test(arguments: [
        ("BTC held", "btc_held"), ("  BTC__held _", "btc_held"), ("Hash Rate", "hashrate"),
        ("network_hash_rate", "network_hashrate"), ("Share\tprice\r\n(USD)", "share_price_(usd)"),
        ("Growth rate", "growth_rate"), ("", ""), (" _ ", ""), ("Börse\u{A0}Kurs", "börse_kurs"),
    ])
    func `spaces, underscores and letter case do not matter`(text: String, name: String) {
        #expect(normalizedName(text) == name)
    }

    @Test func `ASCII and other texts follow the same rule`() {
        var generator = SeededGenerator(seed: 1)
        let letters = Array("aBhH _\t\u{B}-(1\u{1F}hash_rate")
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...12, using: &generator)
            let text = String(
                (0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" })
            #expect(normalizedName(text + "xé") == normalizedName(text + "x") + "é")
        }
    }
}
