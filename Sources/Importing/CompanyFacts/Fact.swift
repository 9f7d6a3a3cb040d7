import Mining

/// One fact of a company's filings, as the SEC's file has it: a value of a tag for some days, with
/// the filing that it is from.
struct Fact {
    /// With its taxonomy: `us-gaap:Revenues`.
    var tag = ""
    /// `USD`, `shares`, `USD/shares`, or what the company wrote.
    var unit = ""
    /// The first day; nil if the value is of one date. It is the text of the file if it is no day.
    var start: FactDay?
    var end: FactDay?
    /// The number as the file writes it.
    var value = ""
    /// The filing's number at the SEC: `0001507605-25-000012`.
    var accession = ""
    /// The kind of filing: `10-Q`, `10-K/A`.
    var form = ""
    var filed: FactDay?
    /// The line on which the fact begins in the file.
    var line = 0
    /// The path of the array that has it, and its index there.
    var place = (array: "", index: 0)

    /// Where the fact is in the file.
    var path: String { "\(place.array)[\(place.index)]" }

    /// Whether the filing is a report on a quarter or a year. Other forms, such as proxy statements,
    /// repeat figures, sometimes in other units, so that they count less.
    var isFromReport: Bool {
        let form = form.hasSuffix("/A") ? form.dropLast(2) : form[...]
        return Self.reports.contains(form)
    }

    /// Whether the filing amends an earlier one.
    var isFromAmendment: Bool { form.hasSuffix("/A") }

    private static let reports: Set<Substring> = [
        "10-K", "10-Q", "10-KT", "10-QT", "20-F", "40-F", "6-K",
    ]

    /// `SEC 10-Q 0001507605-25-000012` with the address of the filing of the company `cik`.
    func source(cik: Int) -> String {
        let folder = String(
            decoding: accession.utf8.filter { $0 != UInt8(ascii: "-") }, as: UTF8.self)
        return "SEC \(form) \(accession), "
            + "https://www.sec.gov/Archives/edgar/data/\(cik)/\(folder)/"
    }
}

/// A date of a fact: the day, or the text of the file if it is not one.
struct FactDay: Hashable {
    let text: String
    let day: Day?

    init(_ text: String) {
        self.text = text
        day = Day(text)
    }
}
