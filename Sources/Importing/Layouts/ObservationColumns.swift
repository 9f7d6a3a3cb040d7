import Mining

/// The columns that all layouts of observations have.
protocol ObservationColumns {
    var subject: SubjectColumns { get }
    var provenance: ProvenanceColumns { get }
}

/// The columns that name the subject of a row.
struct SubjectColumns {
    /// A ticker, another code, an alias or a name.
    var code: FileColumn
    /// The company's name beside its ticker.
    var name: FileColumn?
}

/// The columns that say who published a figure and when.
struct ProvenanceColumns {
    var publishedOn, source, status, note: FileColumn?

    /// Takes the columns; all of them are optional.
    init(_ header: inout Header) {
        publishedOn = header.optional("published_on")
        source = header.optional("source")
        status = header.optional("status")
        note = header.optional("note")
    }
}

extension Header {
    /// Takes the columns of the subject; nil if there are none, which is reported. If there are
    /// both a ticker and a company name, the ticker identifies the subject.
    mutating func subjectColumns() -> SubjectColumns? {
        let isNamed = hasSubjectColumn || hasDefault(for: .subject)
        if !isNamed, !options.titles.isEmpty {
            // A text above the table may name the company, which only the book knows.
            return SubjectColumns(code: FileColumn(index: nil, name: "subject"))
        }
        guard has(anyOf: tickerNames) else {
            return required(anyOf: tickerNames + ["company"]).map { SubjectColumns(code: $0) }
        }
        let name = optional("company", "company_name", "name")
        return required(anyOf: tickerNames).map { SubjectColumns(code: $0, name: name) }
    }

    /// Whether a remaining column may have the subjects.
    var hasSubjectColumn: Bool { has(anyOf: tickerNames + ["company"]) }

    /// The names of columns that identify subjects. A profile must say what `Symbol` means.
    private var tickerNames: [String] {
        ["subject", "ticker"] + (options.rules.profile.isEmpty ? Self.otherTickerNames : [])
    }

    private static let otherTickerNames = ["symbol", "miner"]

    /// All names of columns that may have the subjects.
    static let subjectNames: Set<String> = Set(["subject", "ticker", "company"] + otherTickerNames)
}
