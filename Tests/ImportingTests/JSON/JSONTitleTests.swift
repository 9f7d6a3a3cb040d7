import Importing
import Mining
import Testing

/// What JSON says beside its rows about their company and unit.
@Suite("Texts beside the rows of JSON")
struct JSONTitleTests {
    private func read(_ text: String, _ defaults: [ObservationField: String] = [:]) -> Reading {
        Reading(json: Array(text.utf8), options: .defaults(defaults))
    }

    private func problems(_ reading: Reading) -> [String] {
        reading.diagnostics.problems.map { String("\($0.reason)") }
    }

    @Test func `company and unit beside the rows are read, and notes say so`() {
        let reading = read(
            #"{"ticker":"MARA","unit":"USD thousands","data":[{"period":"2025Q4","revenue":152800}]}"#
        )
        #expect(problems(reading) == [])
        #expect(
            reading.observations.map { "\($0.value.subject) \($0.value.value)" }
                == ["MARA 152800 USD k"])
        #expect(
            reading.diagnostics.notes.filter { $0.contains(" as ") && $0.contains(" says") } == [
                "q4.json: amounts of money without a unit are in USD k, as \"unit: USD thousands\" says",
                "q4.json: the subject is MARA, as \"ticker: MARA\" says",
            ])
    }

    @Test(
        "what contradicts an option is an error",
        arguments: [
            (
                #"{"ticker":"MARA","data":[{"period":"2025Q4","btc_mined":5}]}"#,
                "\"ticker: MARA\" beside the rows names MARA, but --subject is RIOT; correct one of them"
            ),
            (
                #"{"symbol":"BTDR","data":[{"period":"2025Q4","btc_mined":5}]}"#,
                "\"symbol: BTDR\" beside the rows is not RIOT, the --subject; correct one of them"
            ),
            (
                #"{"meta":{"company":"MARA Holdings"},"data":[{"period":"2025Q4","btc_mined":5}]}"#,
                "\"company: MARA Holdings\" beside the rows names MARA, but --subject is RIOT; correct "
                    + "one of them"
            ),
            (
                #"{"result":{"unit":"USD thousands","data":[{"period":"2025Q4","revenue":5}]}}"#,
                "\"USD\" is not the unit that \"unit: USD thousands\" beside the rows says; correct one "
                    + "of them"
            ),
        ])
    func contradiction(text: String, sentence: String) {
        #expect(problems(read(text, [.subject: "RIOT", .unit: "USD"])) == [sentence])
    }

    @Test func `another currency beside the rows makes amounts errors`() {
        let text = #"{"currency":"AUD","data":[{"period":"2025Q4","revenue":"$5m","cash":7}]}"#
        #expect(
            problems(read(text, [.subject: "RIOT"])) == [
                "\"$5m\" may mean something else beside \"currency: AUD\"; convert it if it is in another "
                    + "currency; if it is in USD, import with --unit 'USD'",
                "\"7\" has no unit, and \"currency: AUD\" beside the rows does not clearly give it; convert it if "
                    + "it is in another currency; if it is in USD, import with --unit 'USD'",
            ])
    }

    @Test func `a value that an option reads as a column is no title`() throws {
        var options = ImportOptions.defaults([.unit: "USD"])
        options.mappings = [try ColumnMapping("/ticker=subject"), try ColumnMapping("/unit=note")]
        let reading = Reading(
            json: Array(
                #"{"ticker":"MARA","unit":"USD m","data":[{"period":"2025Q4","revenue":5}]}"#.utf8),
            options: options)
        #expect(problems(reading) == [])
        #expect(reading.observations.map(\.value.subject) == ["MARA"])
    }
}
