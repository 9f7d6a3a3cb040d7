import Testing

@testable import Importing

@Suite("Nearest names")
struct NearestNameTests {
    @Test(
        "the most similar name is found if it is similar enough",
        arguments: [
            ("RIOTT", "RIOT"), ("riot", "RIOT"), ("ROIT", "RIOT"), ("IRENE", "IREN"),
            ("MRAA", "MARA"), ("XXXX", nil), ("", nil), ("RI", nil),
            (String(repeating: "RIOT", count: 1000), nil),
        ] as [(String, String?)])
    func nearest(text: String, name: String?) {
        #expect(nearestName(to: text, in: ["IREN", "MARA", "RIOT"]) == name)
    }

    @Test func `the first of two equally similar names is taken`() {
        #expect(nearestName(to: "MAR", in: ["MARB", "MARA"]) == "MARB")
    }
}
