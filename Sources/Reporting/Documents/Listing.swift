import Mining

/// What a book or the program holds, as a document with one table: `minerbook list …`.
package enum Listing {
    package static func companies(_ companies: [Company]) -> Document {
        list(
            "companies", "Companies",
            [
                Column("ticker", "Ticker", .text), Column("name", "Name", .text),
                Column("country", "Country", .text), Column("exchange", "Exchange", .text),
                Column("fiscal_year_end", "FY end", .number), Column("parent", "Parent", .text),
                Column("note", "Note", .text),
            ],
            companies.map { company in
                [
                    .text(company.ticker), .text(company.name), .text(orMissing: company.country),
                    .text(orMissing: company.exchange), .count(company.fiscalYearEnd),
                    .text(orMissing: company.parent), .text(orMissing: company.note),
                ]
            })
    }

    package static func aliases(_ aliases: [Alias]) -> Document {
        list(
            "aliases", "Aliases",
            [
                Column("alias", "Alias", .text), Column("ticker", "Ticker", .text),
                Column("valid_from", "From", .date), Column("valid_to", "To", .date),
                Column("note", "Note", .text),
            ],
            aliases.map { alias in
                [
                    .text(alias.alias), .text(alias.ticker), .date(orMissing: alias.validFrom),
                    .date(orMissing: alias.validTo), .text(orMissing: alias.note),
                ]
            })
    }

    package static func groups(_ memberships: [Membership]) -> Document {
        list(
            "groups", "Groups",
            [
                Column("group", "Group", .text), Column("ticker", "Ticker", .text),
                Column("joined_on", "Joined", .date), Column("left_on", "Left", .date),
                Column("note", "Note", .text),
            ],
            memberships.map { membership in
                [
                    .text(membership.group), .text(membership.ticker),
                    .date(orMissing: membership.joinedOn), .date(orMissing: membership.leftOn),
                    .text(orMissing: membership.note),
                ]
            })
    }

    package static func claims(_ claims: [Claim]) -> Document {
        list(
            "claims", "Claims",
            [
                Column("publisher", "Publisher", .text), Column("subject", "Subject", .text),
                Column("figure", "Figure", .text), Column("on", "On", .text),
                Column("since", "Since", .text), Column("value", "Value", .number),
                Column("unit", "Unit", .text), Column("published_on", "Published", .date),
                Column("source", "Source", .text), Column("note", "Note", .text),
            ],
            claims.map { claim in
                [
                    .text(claim.publisher), .text(claim.subject), .text("\(claim.figure)"),
                    .text("\(claim.on)"), .text(orMissing: claim.since?.description),
                    .number(
                        Number(
                            claim.value.value(in: claim.value.unit), places: claim.value.decimals)),
                    .text(claim.value.unit.code), .date(orMissing: claim.publishedOn),
                    .text(orMissing: claim.source), .text(orMissing: claim.note),
                ]
            })
    }

    /// The catalogue of metrics, which is the program's and the same for every book.
    package static var metrics: Document {
        list(
            "metrics", "Metrics",
            [
                Column("code", "Code", .text), Column("name", "Name", .text),
                Column("unit", "Unit", .text), Column("dimension", "Dimension", .text),
                Column("kind", "Kind", .text), Column("subject", "Of", .text),
                Column("max_age_days", "Max. age", .number, unit: "days"),
                Column("definition", "Definition", .text),
            ],
            Metric.allCases.map { metric in
                [
                    .text(metric.code), .text(metric.name), .text(metric.unit.code),
                    .text(metric.dimension.rawValue), .text(metric.kind.rawValue),
                    .text(metric.subjects.map(\.rawValue).joined(separator: " ")),
                    .count(metric.maxAgeDays), .text(metric.definition),
                ]
            })
    }

    /// The catalogue of units; each is 10 to its exponent of the dimension's base unit.
    package static var units: Document {
        list(
            "units", "Units",
            [
                Column("unit", "Unit", .text), Column("dimension", "Dimension", .text),
                Column("exponent", "10^", .number), Column("spellings", "Also read", .text),
            ],
            Unit.allCases.map { unit in
                [
                    .text(unit.code), .text(unit.dimension.rawValue), .count(unit.exponent),
                    .text(orMissing: unit.spellings.joined(separator: ", ")),
                ]
            })
    }

    package static func sources(_ sources: [(text: String, observations: Int)]) -> Document {
        list(
            "sources", "Sources",
            [
                Column("source", "Source", .text), Column("observations", "Observations", .number),
            ],
            sources.map { [.text($0.text), .count($0.observations)] })
    }

    /// The reports there are, each with the question it answers.
    package static func reports(_ reports: [(name: String, answers: String)]) -> Document {
        list(
            "reports", "Reports",
            [Column("name", "Report", .text), Column("answers", "Answers", .text)],
            reports.map { [.text($0.name), .text($0.answers)] })
    }

    /// The profiles that the program brings along, each with what it reads; whose figures they
    /// are is `nil` where the files themselves say it.
    package static func profiles(
        _ profiles: [(name: String, about: String, subject: String?, metrics: [String])]
    ) -> Document {
        list(
            "profiles", "Profiles",
            [
                Column("name", "Profile", .text), Column("about", "Reads", .text),
                Column("subject", "Subject", .text), Column("metrics", "Metrics", .text),
            ],
            profiles.map { profile in
                [
                    .text(profile.name), .text(profile.about), .text(orMissing: profile.subject),
                    .text(profile.metrics.joined(separator: " ")),
                ]
            })
    }

    package static func list(_ name: String, _ title: String, _ columns: [Column], _ rows: [[Cell]])
        -> Document
    {
        Document(
            report: name,
            tables: [Table(name: name, title: title, columns: columns, rows: rows)])
    }
}
