import Foundation
import Testing

/// What messages advise can be copied to the command line.
@Suite("Hints")
struct HintTests {
    /// A file that fails, and the kind of hint that makes it pass.
    struct Case: CustomTestStringConvertible {
        let text: String
        var options: [String] = []
        let hint: String
        var testDescription: String { "\(hint) for \(text.split(separator: "\n")[0])" }
    }

    static let cases = [
        Case(text: "ticker,date,Hashrate (T)\nRIOT,2025-12-31,38100000\n", hint: "--map"),
        Case(text: "ticker,date,Hashrate (MW)\nRIOT,2025-12-31,38\n", hint: "--map"),
        Case(text: "ticker,date,hash_rate_ehs\nRIOT,2025-12-31,38\n", hint: "--map"),
        Case(
            text: "ticker,date,Average hashrate (T),Stock price ($)\nRIOT,2025-12-31,34000000,12\n",
            hint: "--map"),
        Case(text: "tickr,metric,perod,value\nRIOT,btc_mined,2025-12,5\n", hint: "--map"),
        Case(text: "subject,metric,period,value,unti\nRIOT,cash,2025,5,USD\n", hint: "--map"),
        Case(
            text: "subject,metric,period,value,unit,unti\nRIOT,cash,2025,5,USD,x\n",
            hint: "--ignore-column"),
        Case(
            text: "ticker,date,BTC held,O'Neil=x,-foo\nRIOT,2025-12-31,5,1,2\n",
            hint: "--ignore-column"),
        Case(
            text: "ticker,date,BTC held,\(String(repeating: "long ", count: 30))\nRIOT,2025,5,1\n",
            hint: "--ignore-column"),
        Case(text: "company,ticker,date,BTC held\nMARA,RIOT,2025,5\n", hint: "--ignore-column"),
        Case(
            text: "ticker,2025-12,Total\nRIOT,5,6\n", options: ["--metric", "btc_mined"],
            hint: "--ignore-column"),
        Case(text: ",ticker,BTC held\n2025-12-31,RIOT,5\n", hint: "--map"),
        Case(text: ",date,BTC held\nRIOT,2025-12-31,5\n", hint: "--map"),
        Case(text: ",ticker,date,BTC held\nx,RIOT,2025-12-31,5\n", hint: "--map"),
        Case(
            text: ",2025-11,2025-12\nCASH,4 USD m,5 USD m\n", options: ["--subject", "RIOT"],
            hint: "--map"),
        Case(
            text: "Metric,2025-12\nHashrate (T),38\nHashrate (T),38\n",
            options: ["--subject", "RIOT"], hint: "--map"),
        Case(
            text: "Metric,2025-12\nBTC mined,4\nIt's EBITDA,5\n%,6\n",
            options: ["--subject", "RIOT"], hint: "--ignore-row"),
        Case(text: "ticker,,date,BTC held\nRIOT,x,2025-12-31,5\n", hint: "--ignore-column"),
        Case(
            text: "2025-12-31,5\n",
            options: ["--no-header", "--subject", "RIOT", "--map", "column 2=btc_held"],
            hint: "--map"),
        Case(
            text: "Date,Open,Close,Adj Close\n2025-12-31,12,13,13\n",
            options: ["--subject", "RIOT"], hint: "--profile"),
        Case(
            text: "Price,Close,Close\nTicker,XYZ,MARA\nDate,,\n2025-12-31,1,9.3\n",
            options: ["--profile", "yahoo"], hint: "--ignore-column"),
        Case(text: "ticker,date,BTC mined\nRIOT,Dec-25,5\n", hint: "--period-of"),
        Case(
            text: "ticker,2025-03,2025-06\nRIOT,5,6\n", options: ["--metric", "btc_mined"],
            hint: "--period-of"),
        Case(
            text: "ticker,Dec-25\nRIOT,5\n", options: ["--metric", "btc_mined"],
            hint: "--period-of"),
    ]

    @Test(arguments: cases)
    func `a hint that is copied makes the import pass`(example: Case) throws {
        let desk = try Desk()
        try desk.write(
            "ticker,name\nRIOT,\"Riot Platforms, Inc.\"\nMARA,\"MARA Holdings, Inc.\"\n",
            to: "companies.csv")
        try desk.run("import", "companies.csv")
        try desk.write(example.text, to: "q4.csv")
        let options = example.options.map { "'\($0)'" }.joined(separator: " ")
        let failed = try desk.shell("minerbook import q4.csv \(options)", exits: 65)
        let hints = Self.hints(example.hint, in: failed.stderr)
        #expect(!hints.isEmpty, failed.comment)
        try desk.shell("minerbook import q4.csv \(options) \(hints.joined(separator: " "))")
    }

    /// The options in a message that are given with a value to copy, as a shell reads them.
    private static func hints(_ option: String, in text: String) -> [String] {
        let value =
            ["--profile", "--period-of"].contains(option) ? "[a-z-]+" : #"'(?:[^']|'\\'')*'"#
        guard let pattern = try? Regex("\(option)[ =]\(value)") else { return [] }
        return text.matches(of: pattern).map { String(text[$0.range]) }
    }
}
