import CSV
import Foundation
import Importing
import Mining
import Testing

/// The text of profiles, and what goes before them.

/// Profiles whose subject is in the file name.
extension ProfileTests {
    @Test(
        "the file name contains the ticker",
        arguments: [
            ("RIOT.csv", "RIOT"), ("prices/riot_us_d.csv", "RIOT"),
            ("MARA/RIOT daily (1).csv", "RIOT"),
            ("old-CORZQ.csv", "CORZ"), ("riot-RIOT.csv", "RIOT"),
            ("facts/CIK0001507605.csv", "MARA"), ("cik1507605-mara.csv", "MARA"),
        ])
    func fileNames(name: String, ticker: String) throws {
        let reading = try read("Date,Close\n2025-01-02,12\n", prices, name: name)
        #expect(reading.observations.map(\.value.subject) == [ticker])
    }

    @Test(
        "a file name with no company or several asks for --subject, once",
        arguments: [
            (
                "prices.csv",
                "the file name \"prices.csv\" contains no company of this book; name the "
                    + "company, such as --subject RIOT"
            ),
            (
                "x/RIOT-vs-MARA.csv",
                "the file name \"RIOT-vs-MARA.csv\" contains MARA and RIOT; name the company, "
                    + "such as --subject MARA"
            ),
            (
                "CIK0000000077.csv",
                "no company of this book has the CIK 77; add it to companies.csv in the column "
                    + "cik, or name the company with --subject"
            ),
            (
                "CIK0001507605-RIOT.csv",
                "the file name \"CIK0001507605-RIOT.csv\" contains MARA and RIOT; name the "
                    + "company, such as --subject MARA"
            ),
            (
                "BTC.csv",
                "the file name \"BTC.csv\" contains no company of this book; name the company, "
                    + "such as --subject RIOT"
            ),
            (
                "RIOTOUS.csv",
                "the file name \"RIOTOUS.csv\" contains no company of this book; name the "
                    + "company, such as --subject RIOT"
            ),
        ])
    func refusedFileNames(name: String, sentence: String) throws {
        let reading = try read("Date,Close\n2025-01-02,12\n2025-01-03,13\n", prices, name: name)
        #expect(reading.diagnostics.problems.map { "\($0.reason)" } == [sentence])
        #expect(reading.observations.isEmpty)
    }

    @Test func `in a book without companies, the message asks for companies first`() throws {
        let reading = try read("Date,Close\n2025-01-02,12\n", prices, roster: Roster())
        #expect(
            reading.problems(of: 1) == [
                "the file name \"RIOT.csv\" contains no company of this book; import companies "
                    + "first"
            ])
    }

    @Test func `subjects in the file override its name`() throws {
        let reading = try read("Ticker,Date,Close\nMARA,2025-01-02,12\n,2025-01-03,13\n", prices)
        #expect(reading.observations.map(\.value.subject) == ["MARA"])
        #expect(
            reading.problems(of: 3) == [
                "is empty, but every row needs it; fill it in or remove the row"
            ])
    }
}
