import Testing

@testable import Mining

@Suite("Numbers of companies at the SEC")
struct CIKTests {
    @Test(arguments: [
        ("1507605", 1_507_605), ("0001507605", 1_507_605), ("CIK0001507605", 1_507_605),
        ("cik1507605", 1_507_605), ("Cik1", 1), ("9999999999", 9_999_999_999),
    ])
    func `a number may have leading zeros and the letters CIK`(text: String, number: Int) {
        #expect(CIK.number(in: text) == number)
    }

    @Test(arguments: [
        "", "0", "0000000000", "CIK", "CIK0", "10000000000", "00001507605", "-1", "+1", "1.0",
        "1e6",
        "1 507 605", "CIK 1507605", "CIK-1507605", "CIKCIK1", "RIOT", "１２", "CIK１",
        "99999999999999999999",
    ])
    func `anything else is no number`(text: String) {
        #expect(CIK.number(in: text) == nil)
    }

    @Test func `as a name a number needs the letters CIK`() {
        #expect(CIK.number(named: "cIk0000000012") == 12)
        #expect(CIK.number(named: "12") == nil)
    }

    @Test func `a roster finds a company by its number, after all codes, aliases and names`() {
        let roster = Roster(
            companies: [
                Company(ticker: "MARA", name: "MARA", cik: 1_507_605),
                Company(ticker: "CIK5", name: "Five", cik: 6),
                Company(ticker: "X", name: "CIK8", cik: 5),
                Company(ticker: "Y", name: "Y", cik: 8),
                Company(ticker: "Z", name: "Z", cik: 8),
            ], aliases: [Alias(alias: "CIK6", ticker: "Y", validTo: .first)])
        for name in ["CIK0001507605", "cik1507605", "Cik01507605"] {
            #expect(roster.subject(named: name, on: .last)?.code == "MARA")
        }
        #expect(roster.subject(named: "1507605", on: .last) == nil)
        #expect(roster.subject(named: "CIK77", on: .last) == nil)
        #expect(roster.subject(named: "CIK5", on: .last)?.code == "CIK5")
        #expect(roster.subject(named: "CIK6", on: .first)?.code == "Y")
        #expect(roster.subject(named: "CIK6", on: .last)?.code == "CIK5")
        #expect(roster.subject(named: "CIK8", on: .last)?.code == "X")
        #expect(roster.company(withCIK: 5)?.code == "X")
        #expect(roster.company(withCIK: 8)?.code == "Y")
        #expect(roster.company(withCIK: 7) == nil)
    }
}
