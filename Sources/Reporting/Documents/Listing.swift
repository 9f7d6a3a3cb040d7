import Mining

/// Lists of what a book or the program has, each a document with one table: `minerbook list …`.
package enum Listing {
    /// A list with a row for each line, in their order.
    package static func list<Line>(
        _ name: String, _ title: String, _ columns: [ReportColumn<Line>], _ lines: [Line]
    ) -> Document {
        Document(
            report: name,
            tables: [Table(name: name, title: title, columns: columns, lines: lines)])
    }

    /// The companies of a book, in the order given.
    package static func companies(_ companies: [Company]) -> Document {
        list(
            "companies", "Companies",
            [
                .init("ticker", "Ticker", .text) { .text($0.ticker) },
                .init("name", "Name", .text) { .text($0.name) },
                .init("country", "Country", .text) { .text(orMissing: $0.country) },
                .init("exchange", "Exchange", .text) { .text(orMissing: $0.exchange) },
                .init("fiscal_year_end", "FY end", .number) { .count($0.fiscalYearEnd) },
                .init("parent", "Parent", .text) { .text(orMissing: $0.parent) },
                .init("cik", "CIK", .text) { .text(orMissing: $0.cik.map(String.init)) },
                .init("note", "Note", .text, isReadWhole: true) { .text(orMissing: $0.note) },
            ], companies)
    }

    /// The aliases of a book, in the order given.
    package static func aliases(_ aliases: [Alias]) -> Document {
        list(
            "aliases", "Aliases",
            [
                .init("alias", "Alias", .text) { .text($0.alias) },
                .init("ticker", "Ticker", .text) { .text($0.ticker) },
                .init("valid_from", "From", .date) { .date(orMissing: $0.validFrom) },
                .init("valid_to", "To", .date) { .date(orMissing: $0.validTo) },
                .init("note", "Note", .text, isReadWhole: true) { .text(orMissing: $0.note) },
            ], aliases)
    }

    /// The share facts of the companies of a book, in the order given.
    package static func shareBasis(_ rows: [ShareBasis]) -> Document {
        list(
            "share_basis", "Share basis",
            [
                .init("ticker", "Ticker", .text) { .text($0.ticker) },
                .init("from", "From", .date) { .date(orMissing: $0.from) },
                .init("ads_ratio", "Shares per ADS", .text) {
                    .text(orMissing: $0.adsRatio?.number.description)
                },
                .init("split", "Split", .text) { .text(orMissing: $0.split?.description) },
                .init("source", "Source", .text, isReadWhole: true) { .text($0.source) },
                .init("note", "Note", .text, isReadWhole: true) { .text(orMissing: $0.note) },
            ], rows)
    }

    /// The memberships of the groups of a book, in the order given.
    package static func groups(_ memberships: [Membership]) -> Document {
        list(
            "groups", "Groups",
            [
                .init("group", "Group", .text) { .text($0.group) },
                .init("ticker", "Ticker", .text) { .text($0.ticker) },
                .init("joined_on", "Joined", .date) { .date(orMissing: $0.joinedOn) },
                .init("left_on", "Left", .date) { .date(orMissing: $0.leftOn) },
                .init("note", "Note", .text, isReadWhole: true) { .text(orMissing: $0.note) },
            ], memberships)
    }

    /// The claims of a book, in the order given, with values as printed.
    package static func claims(_ claims: [Claim]) -> Document {
        list(
            "claims", "Claims",
            [
                .init("publisher", "Publisher", .text) { .text($0.publisher) },
                .init("subject", "Subject", .text) { .text($0.subject) },
                .init("figure", "Figure", .text) { .text("\($0.figure)") },
                .init("on", "On", .text) { .text("\($0.on)") },
                .init("since", "Since", .text) { .text(orMissing: $0.since?.description) },
                .init("value", "Value", .number) { .printedValue(of: $0) },
                .init("unit", "Unit", .text) { .text($0.value.unit.code) },
                .init("published_on", "Published", .date) { .date(orMissing: $0.publishedOn) },
                .init("source", "Source", .text, isReadWhole: true) { .text(orMissing: $0.source) },
                .init("note", "Note", .text, isReadWhole: true) { .text(orMissing: $0.note) },
            ], claims)
    }

    /// The sources of a book, in the order given, with how many observations each has.
    package static func sources(_ sources: [(text: String, observations: Int)]) -> Document {
        list(
            "sources", "Sources",
            [
                .init("source", "Source", .text, isReadWhole: true) { .text($0.text) },
                .init("observations", "Observations", .number) { .count($0.observations) },
            ], sources)
    }
}
